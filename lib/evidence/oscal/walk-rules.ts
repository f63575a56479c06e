import { OSCAL_VERSION } from './oscal-object'
import { OWN_CONTROL_IDS } from './own-control'

/** What a walk holds a document to. */
export type WalkRules = {
  /** The only oscal-version that is taken; null takes any. */
  version: string | null
  /** The ids of controls, statements and objectives that may be named; null where the catalog is not known. */
  controls: ReadonlySet<string> | null
  /** Whether it may name objects of a document it imports; what it can only hold itself it must hold all the same. */
  outside: boolean
  /** Whether it is one of ours: control ids in lower case, instants in UTC, an assessment plan within reach. */
  own: boolean
}

export const OWN_RULES: WalkRules = { version: OSCAL_VERSION, controls: OWN_CONTROL_IDS, outside: false, own: true }

/** Fields that name an object by its uuid and can only mean one of the same document. */
export const INSIDE = new Set([
  'observation-uuid',
  'risk-uuid',
  'finding-uuid',
  'party-uuid',
  'party-uuids',
  'location-uuid',
  'location-uuids',
  'member-of-organizations',
])

/** Fields that name a control or a part of one. */
export const CONTROL_FIELDS = new Set([
  'control-id',
  'target-id',
  'with-ids',
  'statement-id',
  'statement-ids',
  'objective-id',
])

export const INSTANT_FIELDS = new Set([
  'last-modified',
  'published',
  'collected',
  'expires',
  'start',
  'end',
  'deadline',
  'date',
])

/** Lists whose members have an id that is unique among them. */
export const ID_LISTS = new Set(['groups', 'controls', 'parts', 'params', 'roles', 'parameters'])

export const RELATIONSHIPS = new Set([
  'equivalent-to',
  'equal-to',
  'subset-of',
  'superset-of',
  'intersects-with',
  'no-relationship',
])

/** Of version 4 or 5 as OSCAL asks, and in the lower case that makes two of them comparable as text. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
