import type { WalkLedger } from './walk-ledger'
import { CONTROL_FIELDS, ID_LISTS, INSIDE, INSTANT_FIELDS, RELATIONSHIPS, UUID } from './walk-rules'

/** Judges one text of a document by the field it stands in; `holder` is the field of the object around it. */
type Rule = (ledger: WalkLedger, text: string, holder: string) => void

/** Ids of controls, groups and their parts share one space, roles have another; uuids stand in none. */
const CONTROLS = 'control '
const ROLES = 'role '

const NO_UUID = 'is not a UUID of version 4 or 5 in lower case'
const SHA_256 = /^[0-9a-f]{64}$/
const ONE_LINE = /^\S(?:.*\S)?$/

const definesUuid: Rule = (ledger, text) => {
  if (UUID.test(text)) ledger.define(text)
  else ledger.fault(`${text} ${NO_UUID}`)
}

const namesUuid: Rule = (ledger, text) => {
  if (UUID.test(text)) ledger.ask(text, '')
  else ledger.fault(`${text} ${NO_UUID}`)
}

const namesControl: Rule = (ledger, text) => {
  const { controls, own } = ledger.rules
  const lower = text.toLowerCase()
  if (controls !== null && !controls.has(text))
    ledger.fault(`the catalog has no ${text}${controls.has(lower) ? `, though it has ${lower}` : ''}`)
  else if (own && text !== lower) ledger.fault(`${text} is not in lower case`)
}

const namesFragment: Rule = (ledger, text, holder) => {
  if (!text.startsWith('#')) {
    if (ledger.rules.own && holder === 'import-ap') ledger.fault('the plan is no resource of the document')
    return
  }
  const id = text.slice(1)
  if (UUID.test(id.toLowerCase())) namesUuid(ledger, id, holder)
  else ledger.ask(id, CONTROLS, '')
}

const RULES = new Map<string, Rule>([
  ['uuid', definesUuid],
  ['href', namesFragment],
  ['source', namesFragment],
  [
    'value',
    (ledger, text, holder) => {
      if (holder === 'props' && !ONE_LINE.test(text)) ledger.fault('is not one line without outer blanks')
      if (ledger.rules.own && holder === 'hashes' && !SHA_256.test(text)) ledger.fault('is no SHA-256')
    },
  ],
  [
    'id',
    (ledger, text, holder) => {
      if (!ID_LISTS.has(holder)) return
      ledger.define(text, holder === 'roles' ? ROLES : CONTROLS)
      if (ledger.rules.own && text !== text.toLowerCase()) ledger.fault(`${text} is not in lower case`)
    },
  ],
  [
    'role-id',
    (ledger, text) => {
      if (!ledger.rules.outside) ledger.ask(text, ROLES)
    },
  ],
  [
    'oscal-version',
    (ledger, text) => {
      const { version } = ledger.rules
      if (version !== null && text !== version) ledger.fault(`${text} is not ${version}`)
    },
  ],
  [
    'relationship',
    (ledger, text, holder) => {
      if (holder === 'maps' && !RELATIONSHIPS.has(text)) ledger.fault(`${text} is no relationship of OSCAL`)
    },
  ],
  [
    'id-ref',
    (ledger, text, holder) => {
      if (holder === 'sources') namesControl(ledger, text, holder)
      else if (ledger.rules.own && text !== text.toLowerCase()) ledger.fault(`${text} is not in lower case`)
    },
  ],
  ...[...CONTROL_FIELDS].map((field) => [field, namesControl] as const),
  ...[...INSIDE].map((field) => [field, namesUuid] as const),
  ...[...INSTANT_FIELDS].map(
    (field) =>
      [
        field,
        (ledger: WalkLedger, text: string) => {
          if (ledger.rules.own && !text.endsWith('Z')) ledger.fault(`${text} is not in UTC`)
        },
      ] as const,
  ),
])

export function walkText(ledger: WalkLedger, text: string, key: string, holder: string): void {
  const rule = RULES.get(key)
  if (text === '') ledger.fault('is empty text; what is not there is left out')
  else if (rule) rule(ledger, text, holder)
  // Every other field of this ending may also name an object of a document that is imported.
  else if (key.endsWith('-uuid') && !ledger.rules.outside) namesUuid(ledger, text, holder)
}
