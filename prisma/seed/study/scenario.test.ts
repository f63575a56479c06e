import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { monthlyMetrics } from '@/lib/metrics/monthly-metrics'
import { outcome } from '@/lib/metrics/outcome'
import { poolOutcomes } from '@/lib/metrics/pool-outcomes'
import { PUBLISHED_STUDY } from '@/lib/metrics/published-study'
import { AuditRecord } from '@/lib/model/compliance-audit'
import { DeploymentInput } from '@/lib/model/deployment'
import { IncidentRecord } from '@/lib/model/incident'
import { OrganizationInput } from '@/lib/model/organization'
import { PROFILES } from './profiles'
import { study } from './scenario'

const told = study.build()
const incidents = told.flatMap((one) => one.incidents)
const ms = (instant: string | null) => (instant === null ? null : Date.parse(instant))

const outcomes = told.map(({ deployment, incidents, audits }) =>
  outcome(
    monthlyMetrics(
      incidents.map((one) => ({
        occurredAt: ms(one.occurredAt),
        detectedAt: ms(one.detectedAt),
        resolvedAt: ms(one.resolvedAt),
        countedAt: ms(one.detectedAt) ?? 0,
      })),
      audits,
    ),
    deployment.rollouts,
  ),
)
const twoLayer = outcomes.filter((_, at) => PROFILES[at]?.layers === 2)

describe('the study as it is told', () => {
  test('it is the same every time, on every machine', () => {
    expect(study.build()).toEqual(told)
    const digest = createHash('sha256').update(JSON.stringify(told)).digest('hex')
    expect(digest.slice(0, 16)).toBe('4ddb04a9479ea1fe')
  })

  test('twelve organizations: 4 financial, 3 healthcare, 3 technology, 2 government, of 500 to 15,000 people', () => {
    const count = (sector: string) => told.filter(({ organization }) => organization.sector === sector).length
    expect([count('financial'), count('healthcare'), count('technology'), count('government')]).toEqual([4, 3, 3, 2])
    const sizes = told.map(({ organization }) => organization.headcount ?? 0)
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([500, 15_000])
    for (const { organization, deployment } of told) {
      OrganizationInput.parse(organization)
      DeploymentInput.parse(deployment)
    }
  })

  test('layers go live in order, one or two months apart, and identity begins in its own go-live month', () => {
    const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
    for (const { deployment } of told) {
      const live = deployment.rollouts.flatMap(({ liveOn }) => (liveOn === null ? [] : [months(liveOn)]))
      const gaps = live.slice(1).map((month, at) => month - (live[at] ?? 0))
      expect(gaps.every((gap) => gap === 1 || gap === 2)).toBe(true)
      const [identity] = deployment.rollouts
      expect(identity?.beganOn?.slice(0, 7)).toBe(identity?.liveOn?.slice(0, 7))
    }
  })
})

describe('its records', () => {
  test('every instant follows the one before it, and none lies in the future', () => {
    for (const one of incidents) {
      const known = [one.occurredAt, one.detectedAt, one.acknowledgedAt, one.containedAt, one.resolvedAt].flatMap(
        (instant) => (instant === null ? [] : [IncidentRecord.shape.detectedAt.unwrap().parse(instant)]),
      )
      expect(known).toEqual([...known].sort())
      expect((known.at(-1) ?? '') < study.asOf).toBe(true)
    }
  })

  test('an organization keeps eighteen months, each with incidents and audits, and numbers its incidents once', () => {
    for (const one of told) {
      expect(new Set(one.incidents.map(({ detectedAt }) => detectedAt?.slice(0, 7))).size).toBe(18)
      expect(new Set(one.audits.map(({ auditedOn }) => auditedOn.slice(0, 7))).size).toBe(18)
      expect(new Set(one.incidents.map(({ externalId }) => externalId)).size).toBe(one.incidents.length)
    }
  })

  test('about one incident in eight has no known onset, and a few of the last two months are still open', () => {
    const unknown = incidents.filter(({ occurredAt }) => occurredAt === null).length / incidents.length
    expect(unknown).toBeGreaterThan(0.09)
    expect(unknown).toBeLessThan(0.15)
    for (const { incidents, deployment } of told) {
      const lastTwo = [...new Set(incidents.map(({ detectedAt }) => detectedAt?.slice(0, 7)))].sort().slice(-2)
      const open = incidents.filter(({ resolvedAt }) => resolvedAt === null)
      expect([deployment.slug, open.every((one) => lastTwo.includes(one.detectedAt?.slice(0, 7)))]).toEqual([
        deployment.slug,
        true,
      ])
    }
    expect(incidents.filter(({ resolvedAt }) => resolvedAt === null).length).toBeGreaterThan(3)
  })

  test('durations are right-skewed: the mean time to resolve lies well above the median', () => {
    const hours = incidents
      .flatMap(({ detectedAt, resolvedAt }) =>
        detectedAt && resolvedAt ? [(Date.parse(resolvedAt) - Date.parse(detectedAt)) / 3_600_000] : [],
      )
      .sort((a, b) => a - b)
    const mean = hours.reduce((sum, value) => sum + value, 0) / hours.length
    expect(mean).toBeGreaterThan((hours[Math.floor(hours.length / 2)] ?? 0) * 1.15)
  })

  test('an audit adds up, assesses 100 to 250 controls and keeps its scope', () => {
    for (const { audits } of told) {
      for (const audit of audits) {
        AuditRecord.parse(audit)
        expect(audit.passed + audit.failed).toBe(audit.assessed)
        expect(audit.assessed).toBeGreaterThanOrEqual(100)
        expect(audit.assessed).toBeLessThanOrEqual(250)
      }
      const scopes = new Set(audits.map((one) => `${one.framework} ${one.assessed}`))
      expect(scopes.size).toBe(new Set(audits.map((one) => one.framework)).size)
    }
  })
})

describe('what the metrics engine makes of them', () => {
  const pooled = poolOutcomes(outcomes, 12)
  const percent = (change: number | null | undefined) => (change ?? Number.NaN) * 100

  test.each(PUBLISHED_STUDY.metrics)('$metric lands within 2 points of the published change', (published) => {
    const computed = pooled.metrics.find(({ metric }) => metric === published.metric)
    expect(computed?.n).toBe(12)
    const difference = percent(computed?.relativeChange) - percent(published.month12 / published.baseline - 1)
    expect(Math.abs(difference)).toBeLessThan(2)
  })

  test('the three two-layer organizations improve by 25 to 38 % in every metric', () => {
    expect(twoLayer).toHaveLength(3)
    for (const { metric, relativeChange } of poolOutcomes(twoLayer, 12).metrics) {
      const improvement = percent(relativeChange) * (metric === 'passRate' ? 1 : -1)
      expect([metric, improvement > 25 && improvement < 38]).toEqual([metric, true])
    }
  })

  test('incidents fall fastest between months 3 and 6', () => {
    const at = (after: number) => poolOutcomes(outcomes, after).metrics.find(({ metric }) => metric === 'incidents')
    const [baseline, third, sixth, twelfth] = [at(3)?.baseline, at(3)?.value, at(6)?.value, at(12)?.value].map(
      (value) => value ?? Number.NaN,
    ) as [number, number, number, number]
    const slopes = [(baseline - third) / 3, (third - sixth) / 3, (sixth - twelfth) / 6]
    expect(slopes[1]).toBe(Math.max(...slopes))
  })

  test('no comparison is refused and none carries a caution', () => {
    expect(outcomes.flatMap(({ refusal, metrics }) => [refusal, ...metrics.map((one) => one.caution)])).toEqual(
      outcomes.flatMap(() => [null, null, null, null, null]),
    )
  })
})
