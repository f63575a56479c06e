import { OSCAL_VERSION } from './oscal-object'
import { OWN_CONTROL_IDS } from './own-control'
import type { WalkLedger } from './walk-ledger'
import { CONTROL_FIELDS, ID_LISTS, INSTANT_FIELDS, RELATIONSHIPS, UUID, UUID_FIELDS } from './walk-rules'

/** Judges one text of a document by the field it stands in; `holder` is the field of the object around it. */
type Rule = (ledger: WalkLedger, text: string, holder: string) => void

/** Ids of controls, groups and their parts share one space, roles have another; uuids stand in none. */
const CONTROLS = 'control '
const ROLES = 'role '

const NO_UUID = 'is not a UUID of version 4 or 5 in lower case'
const SHA_256 = /^[0-9a-f]{64}$/

export const isOneLine = (text: string): boolean => text !== '' && text === text.trim() && !text.includes('\n')

const definesUuid: Rule = (ledger, text) => {
  if (UUID.test(text)) ledger.define(text)
  else ledger.fault(`${text} ${NO_UUID}`)
}

const namesUuid: Rule = (ledger, text) => {
  if (UUID.test(text)) ledger.ask(text)
  else ledger.fault(`${text} ${NO_UUID}`)
}

const namesControl: Rule = (ledger, text) => {
  if (OWN_CONTROL_IDS.has(text)) return
  const lower = text.toLowerCase()
  ledger.fault(`the catalog has no ${text}${OWN_CONTROL_IDS.has(lower) ? `, though it has ${lower}` : ''}`)
}

const inLowerCase: Rule = (ledger, text) => {
  if (text !== text.toLowerCase()) ledger.fault(`${text} is not in lower case`)
}

const namesFragment: Rule = (ledger, text, holder) => {
  if (text.startsWith('#')) namesUuid(ledger, text.slice(1), holder)
  else if (holder === 'import-ap') ledger.fault('is no resource of the document')
}

const value: Rule = (ledger, text, holder) => {
  if (holder === 'props' && !isOneLine(text)) ledger.fault('is not one line without outer blanks')
  if (holder === 'hashes' && !SHA_256.test(text)) ledger.fault('is no SHA-256')
}

const id: Rule = (ledger, text, holder) => {
  if (!ID_LISTS.has(holder)) return
  ledger.define(text, holder === 'roles' ? ROLES : CONTROLS)
  inLowerCase(ledger, text, holder)
}

const version: Rule = (ledger, text) => {
  if (text !== OSCAL_VERSION) ledger.fault(`${text} is not ${OSCAL_VERSION}`)
}

const relationship: Rule = (ledger, text, holder) => {
  if (holder === 'maps' && !RELATIONSHIPS.has(text)) ledger.fault(`${text} is no relationship of OSCAL`)
}

/** A map leads from our catalog to one that is not here. */
const mapped: Rule = (ledger, text, holder) => (holder === 'sources' ? namesControl : inLowerCase)(ledger, text, holder)

const inUtc: Rule = (ledger, text) => {
  if (!text.endsWith('Z')) ledger.fault(`${text} is not in UTC`)
}

const each = (fields: Iterable<string>, rule: Rule) => [...fields].map((field) => [field, rule] as const)

const RULES = new Map<string, Rule>([
  ['uuid', definesUuid],
  ['href', namesFragment],
  ['source', namesFragment],
  ['value', value],
  ['id', id],
  ['role-id', (ledger, text) => ledger.ask(text, ROLES)],
  ['oscal-version', version],
  ['relationship', relationship],
  ['id-ref', mapped],
  ...each(CONTROL_FIELDS, namesControl),
  ...each(UUID_FIELDS, namesUuid),
  ...each(INSTANT_FIELDS, inUtc),
])

export function walkText(ledger: WalkLedger, text: string, key: string, holder: string): void {
  const rule = RULES.get(key)
  if (text === '') ledger.fault('is empty text; what is not there is left out')
  else if (rule) rule(ledger, text, holder)
  else if (key.endsWith('-uuid')) namesUuid(ledger, text, holder)
}
