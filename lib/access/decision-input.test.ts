import { describe, expect, test } from 'vitest'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import { DEFAULT_ACCESS_RULES } from '@/lib/model/access-rules'
import { type Actor, membershipAs } from '@/lib/model/actor'
import { decisionInput } from './decision-input'

const NOW = Date.parse('2026-03-02T09:00:00Z')
const rules = { ...DEFAULT_ACCESS_RULES, networks: ['192.0.2.0/24'] }
const membership = membershipAs('assessor', { organizationId: 'an-id', slug: 'meridian', name: 'Meridian', rules })
const actor: Actor = {
  kind: 'person',
  userId: 'a-person',
  name: 'Ines Okafor',
  memberships: [membership],
  context: {
    ...LOCAL_CONTEXT,
    method: 'passkey',
    sessionId: 'a-session',
    provenAt: NOW - 61_000,
    startedAt: NOW - 3_600_000,
  },
}
const asked = (more: Partial<Actor['context']> = {}) =>
  decisionInput({ ...actor, context: { ...actor.context, ...more } }, { action: 'incident:read', membership, now: NOW })

describe('decisionInput', () => {
  test('ages are whole seconds; what never happened is null', () => {
    expect(asked().context).toMatchObject({ proofSeconds: 61, sessionSeconds: 3600 })
    expect(asked({ provenAt: null, startedAt: null }).context).toMatchObject({
      proofSeconds: null,
      sessionSeconds: null,
    })
  })

  test('a proof from the future is told as such, except for a clock that is less than a second off', () => {
    expect(asked({ provenAt: NOW + 5000 }).context.proofSeconds).toBe(-5)
    expect(asked({ provenAt: NOW + 400 }).context.proofSeconds).toBeCloseTo(0)
  })

  test('the organization’s own rules are asked, and none beyond Proofline’s where there is no organization', () => {
    expect(asked().rules).toEqual(rules)
    const alone = decisionInput(actor, { action: 'self:read', membership: null, now: NOW })
    expect(alone).toMatchObject({
      rules: DEFAULT_ACCESS_RULES,
      subject: { role: null, elevated: false, scoped: false },
      resource: { organizationId: null, sensitivity: null },
    })
  })

  test('a higher role than one’s own is told as lent', () => {
    const lent = { ...membership, role: 'admin' as const }
    const { subject } = decisionInput(actor, { action: 'incident:read', membership: lent, now: NOW })
    expect(subject).toEqual({ kind: 'person', role: 'admin', elevated: true, scoped: false })
    expect(asked().subject.elevated).toBe(false)
  })

  test('the session itself is none of the policy’s business', () => {
    expect(JSON.stringify(asked())).not.toContain('a-session')
  })
})
