import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecisionInput } from '@/lib/model/decision'
import { PERMISSIONS, POLICY_DATA } from './permissions'
import { policyEngine, toDecision } from './policy-engine'

const wasm = new Uint8Array(readFileSync('lib/access/policy/policy.wasm'))
const decide = await policyEngine(wasm, POLICY_DATA)

const seconds = fc.option(fc.integer({ min: -10, max: 90_000 }))
const terms = fc.array(fc.constantFrom('mfa', 'hwk', 'pwd', 'phr'), { maxLength: 2 })
const network = fc.constantFrom('192.0.2.0/24', '2001:db8::/32', '0.0.0.0/0', '::/0', 'junk')

const question = fc.record({
  subject: fc.record({
    kind: fc.constantFrom('person', 'machine', 'operator'),
    role: fc.option(fc.constantFrom('viewer', 'assessor', 'auditor', 'admin')),
    elevated: fc.boolean(),
    scoped: fc.boolean(),
  }),
  action: fc.constantFrom(...Object.keys(PERMISSIONS)),
  resource: fc.record({
    organizationId: fc.option(fc.constant('0190a8f0-0000-7000-8000-000000000002')),
    sensitivity: fc.option(fc.constantFrom('internal', 'confidential', 'restricted')),
  }),
  context: fc.record({
    method: fc.constantFrom('passkey', 'oidc', 'link', 'token', 'local'),
    proofSeconds: seconds,
    sessionSeconds: seconds,
    acr: fc.option(fc.constantFrom('phr', 'phrh')),
    amr: terms,
    address: fc.option(fc.constantFrom('192.0.2.9', '203.0.113.5', '2001:db8::7', 'junk')),
    devicePosture: fc.option(fc.constantFrom('compliant', 'non-compliant')),
    risk: fc.integer({ min: 0, max: 100 }),
    hasCredential: fc.boolean(),
  }),
  rules: fc.record({
    networks: fc.array(network, { maxLength: 3 }),
    acr: terms,
    amr: terms,
    maxProofMinutes: fc.option(fc.integer({ min: 5, max: 480 })),
    compliantDevices: fc.boolean(),
    elevationHours: fc.constant(8),
    reviewDays: fc.constant(90),
  }),
}) as fc.Arbitrary<DecisionInput>

const STRICTNESS = { allow: 0, 'step-up': 1, deny: 2 } as const
const strictness = (input: DecisionInput) => STRICTNESS[decide(input).effect]

describe('the policy, whatever it is asked', () => {
  test('never allows an act it does not know', () => {
    const unknown = fc.string().filter((action) => !Object.hasOwn(PERMISSIONS, action))
    fc.assert(fc.property(question, unknown, (input, action) => decide({ ...input, action }).effect === 'deny'))
  })

  test('gives a reason for everything it does not allow, and none for what it does', () => {
    fc.assert(
      fc.property(question, (input) => {
        const { effect, reasons } = decide(input)
        return (reasons.length === 0) === (effect === 'allow')
      }),
    )
  })

  test('never answers that its own answer was unusable', () => {
    fc.assert(fc.property(question, (input) => !decide(input).reasons.includes('policy-error')))
  })

  const stricter: readonly [name: string, change: fc.Arbitrary<(input: DecisionInput) => DecisionInput>][] = [
    [
      'more risk',
      fc.integer({ min: 0, max: 100 }).map((more) => (input) => ({
        ...input,
        context: { ...input.context, risk: input.context.risk + more },
      })),
    ],
    [
      'the first network named',
      network.map(
        (range) => (input) =>
          input.rules.networks.length > 0 ? input : { ...input, rules: { ...input.rules, networks: [range] } },
      ),
    ],
    [
      'asking for compliant devices',
      fc.constant((input) => ({ ...input, rules: { ...input.rules, compliantDevices: true } })),
    ],
    [
      'asking for a method',
      fc.constant((input) =>
        input.rules.amr.length > 0 ? input : { ...input, rules: { ...input.rules, amr: ['hwk'] } },
      ),
    ],
    [
      'asking for recent proofs',
      fc.constant((input) =>
        input.rules.maxProofMinutes !== null ? input : { ...input, rules: { ...input.rules, maxProofMinutes: 5 } },
      ),
    ],
    [
      'a label on the resource',
      fc.constant((input) => ({ ...input, resource: { ...input.resource, sensitivity: 'restricted' } })),
    ],
    [
      'a proof that never happened',
      fc.constant((input) => ({ ...input, context: { ...input.context, proofSeconds: null } })),
    ],
    ['an address nobody knows', fc.constant((input) => ({ ...input, context: { ...input.context, address: null } }))],
    ['a role that is only lent', fc.constant((input) => ({ ...input, subject: { ...input.subject, elevated: true } }))],
    ['a scope of an audit', fc.constant((input) => ({ ...input, subject: { ...input.subject, scoped: true } }))],
    ['no role', fc.constant((input) => ({ ...input, subject: { ...input.subject, role: null } }))],
  ]
  test.each(stricter)('%s never makes it more lenient', (_, change) => {
    fc.assert(fc.property(question, change, (input, apply) => strictness(apply(input)) >= strictness(input)))
  })
})

describe('toDecision', () => {
  const error = { effect: 'deny', reasons: ['policy-error'], revoke: false }
  test.each([
    undefined,
    null,
    'allow',
    true,
    {},
    { effect: 'allow' },
    { effect: 'allow', reasons: ['role'], revoke: false },
    { effect: 'allow', reasons: [], revoke: true },
    { effect: 'deny', reasons: [], revoke: false },
    { effect: 'step-up', reasons: [], revoke: false },
    { effect: 'permit', reasons: [], revoke: false },
    { effect: 'allow', reasons: [], revoke: 'no' },
    { effect: 'deny', reasons: [1], revoke: false },
  ])('%j is no answer and denies', (answer) => {
    expect(toDecision(answer)).toEqual(error)
  })

  test('an answer is taken word for word', () => {
    const answer = { effect: 'step-up', reasons: ['risk'], revoke: false }
    expect(toDecision(answer)).toEqual(answer)
  })
})

describe('policyEngine', () => {
  const [input] = fc.sample(question, { numRuns: 1, seed: 7 })
  if (!input) throw new Error('there is no question to ask')

  test('what cannot be written down is denied, and the next question is answered as before', async () => {
    const before = decide(input)
    const endless: Record<string, unknown> = { ...input }
    endless.itself = endless
    expect(decide(endless as DecisionInput).reasons).toEqual(['policy-error'])
    expect(decide(input)).toEqual(before)
  })

  test('a question too large for its memory is denied, and the next one is answered as before', async () => {
    const before = decide(input)
    const networks = Array.from({ length: 600_000 }, (_, i) => `10.${i % 256}.${(i >> 8) % 256}.0/24 ${i}`)
    expect(decide({ ...input, rules: { ...input.rules, networks } }).reasons).toEqual(['policy-error'])
    expect(decide(input)).toEqual(before)
  })

  test('bytes that are no policy are refused at once', async () => {
    await expect(policyEngine(wasm.slice(0, 1000), POLICY_DATA)).rejects.toThrow()
  })

  test('without its tables nothing is known, so nothing is allowed', async () => {
    const bare = await policyEngine(wasm, {})
    fc.assert(fc.property(question, (one) => bare(one).effect === 'deny'))
  })

  test('tens of thousands of decisions need no more memory than hundreds', async () => {
    const { memories, engine } = await watchingMemory(() => policyEngine(wasm, POLICY_DATA))
    const size = () => memories.map(({ buffer }) => buffer.byteLength)
    const questions = fc.sample(question, { numRuns: 300, seed: 11 })
    const [first, needed] = [questions.map(engine), size()]
    for (let round = 0; round < 100; round++) for (const one of questions) engine(one)
    expect(questions.map(engine)).toEqual(first)
    expect(size()).toEqual(needed)
    expect(needed).toHaveLength(1)
  })
})

/** A policy takes its memory from WebAssembly itself, so this is where it can be watched. */
async function watchingMemory(load: () => ReturnType<typeof policyEngine>) {
  const Memory = WebAssembly.Memory
  const memories: WebAssembly.Memory[] = []
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor)
      memories.push(this)
    }
  }
  try {
    return { memories, engine: await load() }
  } finally {
    WebAssembly.Memory = Memory
  }
}
