import type { OscalModel } from '@/lib/model/oscal-export'

/** The version every document is written in. */
export const OSCAL_VERSION = '1.2.2'
/** Of our own properties; an identifier, not an address. */
export const OSCAL_NS = 'https://proofline.dev/ns/zt'

export type OscalObject = { readonly [key: string]: unknown }

/** Without what is null, undefined or an empty array: OSCAL has no place for any of them. */
export const present = (object: OscalObject): OscalObject =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** What each model is called at the root of its documents. */
export const OSCAL_ROOTS: Readonly<Record<OscalModel, string>> = {
  catalog: 'catalog',
  'component-definition': 'component-definition',
  mapping: 'mapping-collection',
  'assessment-plan': 'assessment-plan',
  'assessment-results': 'assessment-results',
  poam: 'plan-of-action-and-milestones',
}
