import { describe, expect, test } from 'vitest'
import { addMonths, type Month, monthRange } from '@/lib/kernel/month'
import { monthlyMetrics } from '@/lib/metrics/monthly-metrics'
import { studyOf } from '@/lib/metrics/study'
import { LAYERS } from '@/lib/model/layer'
import { studyText } from './study-text'

const GO_LIVE = '2025-03' as Month

function organization(name: string, layers: number) {
  const detected = monthRange(addMonths(GO_LIVE, -6), addMonths(GO_LIVE, 11)).flatMap((month) =>
    Array.from({ length: month < GO_LIVE ? 10 : 4 }, () => Date.parse(`${month}-10T12:00:00Z`)),
  )
  const day = (at: number) => (at < layers ? `${GO_LIVE}-05` : null)
  return {
    slug: name.toLowerCase(),
    name,
    rollouts: LAYERS.map((layer, at) => ({ layer, beganOn: day(at), liveOn: day(at) })),
    months: monthlyMetrics(
      detected.map((at) => ({ occurredAt: null, detectedAt: at, resolvedAt: at + 7_200_000, countedAt: at })),
    ),
  }
}

describe('the study on a terminal', () => {
  const text = studyText(studyOf([organization('Alpha', 5), organization('Beta', 2)]))
  const line = (start: string) => text.split('\n').find((each) => each.startsWith(start)) ?? ''

  test('computed and published change stand side by side, with the difference', () => {
    expect(line('Incidents per month').split(/\s{2,}/)).toEqual([
      'Incidents per month',
      '10.0',
      '4.0',
      '−60.0 %'.replace(' ', '\u00a0'),
      '−59.9 %'.replace(' ', '\u00a0'),
      '−0.1',
    ])
  })

  test('what is not known is a dash and never a zero', () => {
    expect(
      line('Time to detect')
        .split(/\s{2,}/)
        .slice(0, 4),
    ).toEqual(['Time to detect, mean', '—', '—', '—'])
  })

  test('each organization of a group stands on a line of its own, and the limits of the claim below', () => {
    expect(line('Beta')).toContain('−60.0')
    expect(text).toContain('association, not proof of cause')
    expect(text).toContain('published claims')
  })

  test('a database without the study says how to load it', () => {
    expect(studyText(studyOf([]))).toContain('proofline -- seed')
  })
})
