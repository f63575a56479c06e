import { readFileSync } from 'node:fs'
import type { DecisionInput } from '@/lib/model/decision'

const FOLDER = 'lib/access/expected'

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
  subject: { kind: 'person', role, elevated, scoped: false },
  context: { ...PASSKEY, ...context },
})
const scoped = (role: string): Asker => ({
  subject: { kind: 'person', role, elevated: false, scoped: true },
  context: PASSKEY,
})
const machine = (role: string | null): Asker => ({
  subject: { kind: 'machine', role, elevated: false, scoped: false },
  context: TOKEN,
})

/** Everybody the tables name. */
const ASKERS: Readonly<Record<string, Asker>> = {
  viewer: person('viewer'),
  assessor: person('assessor'),
  auditor: person('auditor'),
  scoped: scoped('auditor'),
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
  operator: { subject: { kind: 'operator', role: 'admin', elevated: false, scoped: false }, context: LOCAL },
}

/** One line of the circumstances; what it does not say is as for everybody called so. */
type Case = {
  as: string
  to: unknown
  subject?: object
  context?: object
  rules?: object
  label?: string
  organization?: unknown
  answer: string
  revoke?: boolean
}

/** A question, possibly malformed on purpose, and what has to be answered, as `effect reason reason`. */
export type ExpectedDecision = { question: string; input: DecisionInput; answer: string }

const MEANING: Readonly<Record<string, string>> = {
  '+': 'allow',
  R: 'deny role',
  E: 'deny elevated-role',
  G: 'deny audit-scope',
  GR: 'deny audit-scope role',
  M: 'deny machine',
  MR: 'deny machine role',
  S: 'step-up step-up-required',
  U: 'step-up unproven',
  US: 'step-up step-up-required unproven',
}

function expectedOf({ answer, revoke, ...question }: Case): ExpectedDecision {
  const { as, to, subject, context, rules, label = null, organization } = question
  const asker = ASKERS[as]
  if (!asker) throw new Error(`the tables name nobody called ${as}`)
  const usual = as === 'nobody' || as === 'token' ? null : ORGANIZATION
  const input: unknown = {
    subject: { ...asker.subject, ...subject },
    action: to,
    resource: { organizationId: organization === undefined ? usual : organization, sensitivity: label },
    context: { ...asker.context, ...context },
    rules: { ...RULES, ...rules },
  }
  return {
    question: JSON.stringify(question),
    input: input as DecisionInput,
    answer: revoke ? `${answer} (revoke)` : answer,
  }
}

/** The table of permissions: for each, what everybody in the table's head is answered. */
export function expectedByPermission(): { permission: string; decisions: ExpectedDecision[] }[] {
  const [[, ...askers] = [], ...rows] = readFileSync(`${FOLDER}/permissions.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/))
  return rows.map(([permission = '', ...cells]) => ({
    permission,
    decisions: askers.map((as, i) => {
      const answer = MEANING[cells[i] ?? '']
      if (answer === undefined) throw new Error(`the row of ${permission} says nothing of ${as}`)
      return expectedOf({ as, to: permission, answer })
    }),
  }))
}

/** The circumstances, by what they are about. */
export function expectedByCircumstance(): { about: string; decisions: ExpectedDecision[] }[] {
  const groups: readonly { about: string; rules?: object; cases: readonly Case[] }[] = JSON.parse(
    readFileSync(`${FOLDER}/circumstances.json`, 'utf8'),
  )
  return groups.map(({ about, rules, cases }) => ({
    about,
    decisions: cases.map((one) => expectedOf({ ...one, rules: { ...rules, ...one.rules } })),
  }))
}
