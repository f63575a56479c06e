/** Fields of other endings than `-uuid` that name objects of the document by their uuid. */
export const UUID_FIELDS = new Set(['party-uuids', 'location-uuids', 'member-of-organizations'])

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
