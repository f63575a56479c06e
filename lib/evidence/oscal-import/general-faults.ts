import { INSTANT_FIELDS, UUID, UUID_FIELDS } from '@/lib/evidence/oscal/walk-rules'
import { KNOWN_NAMES } from './known-names'
import { MOST_FAULTS, type OscalFault, under } from './oscal-fault'

const TOKEN = /^[\p{L}_][\p{L}\p{N}.\-_]*$/u
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const TEXT = /^\S(.*\S)?$/

const TOKENS: ReadonlySet<string> = new Set([
  'control-id',
  'param-id',
  'target-id',
  'objective-id',
  'role-id',
  'with-ids',
])

/**
 * What NIST's data types and models say of every OSCAL document alike, whichever model it is: no null and no empty list,
 * no field OSCAL does not have, UUIDs of version 4 or 5 in lower case, instants with a zone, identifiers and properties
 * without blanks. At most a hundred faults, in the order of the document.
 */
export function generalFaults(value: unknown, path = ''): OscalFault[] {
  const faults: OscalFault[] = []
  walk(value, { path, name: '', owner: '' }, faults)
  return faults
}

/** Where a value stands: its path, the name of the field, and that of the field or list its object stands in. */
type Place = { path: string; name: string; owner: string }

function walk(value: unknown, place: Place, faults: OscalFault[]): void {
  if (faults.length >= MOST_FAULTS) return
  const reason = reasonOf(value, place)
  if (reason !== null) faults.push({ path: place.path, reason })
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) walk(item, { ...place, path: under(place.path, i) }, faults)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      const path = under(place.path, name)
      if (!KNOWN_NAMES.has(name)) faults.push({ path, reason: 'is not a field that OSCAL has' })
      walk(item, { path, name, owner: place.name }, faults)
    }
  }
}

function reasonOf(value: unknown, { name, owner }: Place): string | null {
  if (value === null) return 'is null, which OSCAL does not have: leave the field out'
  if (Array.isArray(value)) return value.length === 0 ? 'is an empty list, which OSCAL does not have' : null
  if (name === 'uuid' || name.endsWith('-uuid') || UUID_FIELDS.has(name)) return uuidReason(value)
  // In a port range, start and end are numbers.
  if (INSTANT_FIELDS.has(name) && !(owner === 'port-ranges' && typeof value === 'number')) return dateReason(value)
  if (TOKENS.has(name) || (name === 'name' && owner === 'props')) return tokenReason(value)
  if (name === 'value' && owner === 'props') return textReason(value)
  return null
}

function uuidReason(value: unknown): string | null {
  if (typeof value === 'object') return null
  if (typeof value === 'string' && UUID.test(value)) return null
  return typeof value === 'string' && UUID.test(value.toLowerCase())
    ? 'is a UUID in upper case; OSCAL compares them as written, in lower case'
    : 'is no UUID of version 4 or 5'
}

const dateReason = (value: unknown): string | null =>
  typeof value === 'object' || (typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value)))
    ? null
    : 'is no date and time with a zone, like 2026-01-31T09:00:00Z'

const tokenReason = (value: unknown): string | null =>
  typeof value === 'object' || (typeof value === 'string' && TOKEN.test(value))
    ? null
    : 'is no identifier: a letter, then letters, digits, dots, hyphens and underscores'

const textReason = (value: unknown): string | null =>
  typeof value === 'string' && TEXT.test(value) ? null : 'is not text without blanks around it'
