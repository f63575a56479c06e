import { describe, expect, test } from 'vitest'
import { RISK_WEIGHTS } from '@/lib/access/risk'
import { RISK_KINDS, type RiskKind, type RiskSignal } from '@/lib/model/risk-signal'
import { explainRisk } from './risk'

const NOW = new Date('2026-11-22T12:00:00Z')
const seen = (kind: RiskKind, minutesAgo: number, detail: RiskSignal['detail'] = {}): RiskSignal => ({
  kind,
  weight: RISK_WEIGHTS[kind],
  at: new Date(NOW.getTime() - minutesAgo * 60_000).toISOString(),
  detail,
})

describe('what is said of a session’s risk', () => {
  test('is one sentence while nothing was seen', () => {
    expect(explainRisk([], NOW)).toEqual({
      score: 0,
      standing: 'calm',
      summary: 'Nothing unusual was seen.',
      calmAt: null,
      signals: [],
    })
  })

  test('names each signal with what it counted and what it counts now', () => {
    const { score, signals } = explainRisk([seen('new-device', 0), seen('denial-burst', 30, { times: 10 })], NOW)
    expect(score).toBe(50)
    expect(signals.map(({ sentence }) => sentence)).toEqual([
      'The session began in a browser that was never used before, 22 Nov 2026, 12:00 UTC. It counts 20.',
      '10 requests were refused within five minutes, 22 Nov 2026, 11:30 UTC. It counted 60 and counts 30 now.',
    ])
  })

  test('says that a fresh proof is asked for, and until when', () => {
    const { standing, calmAt, summary } = explainRisk([seen('denial-burst', 0)], NOW)
    expect(standing).toBe('step-up')
    expect(calmAt).toBe('2026-11-22T12:08:20.000Z')
    expect(summary).toContain('falls below that at 22 Nov 2026, 12:08 UTC')
  })

  test('says that the session ends', () => {
    expect(explainRisk([seen('token-two-networks', 0)], NOW)).toMatchObject({ score: 100, standing: 'ended' })
  })

  test.each(RISK_KINDS)('is a full sentence for %s, with and without its details', (kind) => {
    const detail = { hour: 23, times: 1, amount: 500_000, first: '192.0.2.0/24', second: '198.51.100.0/24' }
    for (const given of [{}, detail]) {
      const [signal] = explainRisk([seen(kind, 1, given)], NOW).signals
      expect(signal?.sentence).toMatch(/^[A-Z0-9][^{}]+ UTC\. It count(s|ed) \d/)
      expect(signal?.sentence).not.toMatch(/undefined|NaN|null/)
    }
  })
})
