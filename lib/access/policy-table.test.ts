import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PERMISSIONS, POLICY_DATA } from './permissions'
import { policyEngine } from './policy-engine'

const decide = await policyEngine(new Uint8Array(readFileSync('lib/access/policy/policy.wasm')), POLICY_DATA)

const PASSKEY = {
  method: 'passkey',
  proofSeconds: 60,
  sessionSeconds: 120,
  acr: null,
  amr: [],
  address: '203.0.113.50',
  devicePosture: null,
  risk: 0,
  hasCredential: true,
}
const TOKEN = { ...PASSKEY, method: 'token', proofSeconds: null, hasCredential: false }
const LOCAL = { ...TOKEN, method: 'local', sessionSeconds: null, address: null }
const RULES = {
  networks: [],
  acr: [],
  amr: [],
  maxProofMinutes: null,
  compliantDevices: false,
  elevationHours: 8,
  reviewDays: 90,
}
const ORGANIZATION = '0190a8f0-0000-7000-8000-000000000002'

type Asker = { subject: object; context: object }
const person = (role: string | null, context: object = {}, elevated = false): Asker => ({
  subject: { kind: 'person', role, elevated },
  context: { ...PASSKEY, ...context },
})
const machine = (role: string | null): Asker => ({
  subject: { kind: 'machine', role, elevated: false },
  context: TOKEN,
})

/** Everybody the tables name. */
const ASKERS: Readonly<Record<string, Asker>> = {
  viewer: person('viewer'),
  assessor: person('assessor'),
  auditor: person('auditor'),
  admin: person('admin'),
  nobody: person(null),
  'proven-old': person('admin', { proofSeconds: 3600, sessionSeconds: 3600 }),
  'by-link': person('admin', { method: 'link', proofSeconds: null }),
  'lent-admin': person('admin', {}, true),
  token: machine(null),
  'token:viewer': machine('viewer'),
  'token:assessor': machine('assessor'),
  'token:auditor': machine('auditor'),
  'token:admin': machine('admin'),
  operator: { subject: { kind: 'operator', role: 'admin', elevated: false }, context: LOCAL },
}

type Question = {
  as: string
  to: unknown
  subject?: object
  context?: object
  rules?: object
  label?: string
  organization?: unknown
}

/** Questions may be malformed on purpose, so they are no DecisionInput to the compiler. */
function answerTo({ as, to, subject, context, rules, label = undefined, organization }: Question): string {
  const asker = ASKERS[as]
  if (!asker) throw new Error(`the tables name nobody called ${as}`)
  const usual = as === 'nobody' || as === 'token' ? null : ORGANIZATION
  const input: unknown = {
    subject: { ...asker.subject, ...subject },
    action: to,
    resource: { organizationId: organization === undefined ? usual : organization, sensitivity: label ?? null },
    context: { ...asker.context, ...context },
    rules: { ...RULES, ...rules },
  }
  const { effect, reasons, revoke } = decide(input as Parameters<typeof decide>[0])
  return [effect, ...reasons, ...(revoke ? ['(revoke)'] : [])].join(' ')
}

const MEANING: Readonly<Record<string, string>> = {
  '+': 'allow',
  R: 'deny role',
  E: 'deny elevated-role',
  M: 'deny machine',
  MR: 'deny machine role',
  S: 'step-up step-up-required',
  U: 'step-up unproven',
  US: 'step-up step-up-required unproven',
}

const [header = [], ...rows] = readFileSync('lib/access/expected/permissions.txt', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.trim().split(/\s+/))

type Case = Question & { answer: string; revoke?: boolean }
const groups: readonly { about: string; rules?: object; cases: readonly Case[] }[] = JSON.parse(
  readFileSync('lib/access/expected/circumstances.json', 'utf8'),
)

describe('the table of permissions, decided by the compiled policy', () => {
  test.each(rows.map(([permission = '', ...cells]) => ({ permission, cells })))(
    '$permission',
    ({ permission, cells }) => {
      const askers = header.slice(1)
      const expected = askers.map((as, i) => [as, MEANING[cells[i] ?? '']])
      expect(askers.map((as) => [as, answerTo({ as, to: permission })])).toEqual(expected)
    },
  )

  test('has a row for every permission that an organization gives', () => {
    const given = Object.entries(PERMISSIONS).filter(([, { roles }]) => roles !== null)
    expect(rows.map(([permission]) => permission).sort()).toEqual(given.map(([permission]) => permission).sort())
  })

  test('and the circumstances beside it are hundreds of decisions', () => {
    const cells = rows.length * (header.length - 1)
    const cases = groups.flatMap((group) => group.cases).length
    expect(cells).toBeGreaterThan(400)
    expect(cases).toBeGreaterThan(150)
  })
})

describe.each(groups)('$about', ({ rules, cases }) => {
  test.each(cases)('$as, $to, $context: $answer', ({ answer, revoke, ...question }) => {
    expect(answerTo({ ...question, rules: { ...rules, ...question.rules } })).toBe(
      revoke ? `${answer} (revoke)` : answer,
    )
  })
})
