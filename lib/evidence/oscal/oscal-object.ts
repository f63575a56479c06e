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

/** The model names as OSCAL writes them at the root of a document. */
export const OSCAL_ROOTS = {
  catalog: 'catalog',
  'component-definition': 'component-definition',
  'assessment-plan': 'assessment-plan',
  'assessment-results': 'assessment-results',
  poam: 'plan-of-action-and-milestones',
  mapping: 'mapping-collection',
} as const

export const OSCAL_MODELS = [
  'catalog',
  'component-definition',
  'assessment-plan',
  'assessment-results',
  'poam',
  'mapping',
] as const satisfies readonly (keyof typeof OSCAL_ROOTS)[]
export type OscalModel = (typeof OSCAL_MODELS)[number]
