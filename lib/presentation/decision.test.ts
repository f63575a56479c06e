import { describe, expect, test } from 'vitest'
import type { AccessDecision } from '@/lib/model/access-decision'
import { decisionReason, decisionsTitle } from './decision'

const decision = (effect: AccessDecision['effect']): AccessDecision => ({
  id: '0190a8f0-0000-7000-8000-000000000001',
  at: '2026-03-01T00:00:00.000Z',
  actorKind: 'person',
  actorId: null,
  actorName: 'Ines',
  sessionId: null,
  address: null,
  action: 'incident:import',
  effect,
  reasons: [],
  sampled: false,
  policy: '0123456789abcdef',
  input: {},
})

describe('a decision in words', () => {
  test('says each of its reasons', () => {
    const text = decisionReason({ reasons: ['network', 'device'], sampled: false })
    expect(text).toContain('this network')
    expect(text).toContain('in good order')
  })
  test('a sampled read does not pass for all of them', () => {
    expect(decisionReason({ reasons: [], sampled: true })).toContain('One of a hundred')
  })
  test('the title counts what was not allowed, proofs asked for among it', () => {
    expect(decisionsTitle([decision('allow'), decision('deny'), decision('step-up')])).toBe(
      '2 of the last 3 kept decisions did not allow',
    )
    expect(decisionsTitle([])).toBe('No decision is kept yet')
  })
})
