import type { Month } from '@/lib/kernel/month'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import { durationStats } from './duration-stats'
import { METRICS_FORMULA } from './formula'

const HOUR_MS = 3_600_000

/** One incident as the tally needs it: epoch milliseconds, null not known. `countedAt` places it in a month. */
export type CountedIncident = {
  occurredAt: number | null
  detectedAt: number | null
  resolvedAt: number | null
  countedAt: number
}

/** One audit as the tally needs it; `auditedOn` is a calendar day `YYYY-MM-DD`. */
export type CountedAudit = {
  auditedOn: string
  assessed: number
  passed: number
  failed: number
  notApplicable: number
}

/** What one month has gathered so far. Durations are kept whole, because medians cannot be merged. */
export type MonthTally = {
  incidents: number
  unknownOnset: number
  open: number
  detectHours: number[]
  resolveHours: number[]
  audits: number
  assessed: number
  passed: number
  failed: number
  notApplicable: number
}

export const emptyTally = (): MonthTally => ({
  incidents: 0,
  unknownOnset: 0,
  open: 0,
  detectHours: [],
  resolveHours: [],
  audits: 0,
  assessed: 0,
  passed: 0,
  failed: 0,
  notApplicable: 0,
})

/** Time to detect = detected - occurred, time to resolve = resolved - detected; a missing end gives no duration. */
export function tallyIncident(tally: MonthTally, { occurredAt, detectedAt, resolvedAt }: CountedIncident): void {
  tally.incidents += 1
  if (occurredAt === null) tally.unknownOnset += 1
  if (resolvedAt === null) tally.open += 1
  if (detectedAt === null) return
  if (occurredAt !== null) tally.detectHours.push((detectedAt - occurredAt) / HOUR_MS)
  if (resolvedAt !== null) tally.resolveHours.push((resolvedAt - detectedAt) / HOUR_MS)
}

export function tallyAudit(tally: MonthTally, audit: CountedAudit): void {
  tally.audits += 1
  tally.assessed += audit.assessed
  tally.passed += audit.passed
  tally.failed += audit.failed
  tally.notApplicable += audit.notApplicable
}

/** Adds what `from` gathered to `into`; the two must not have seen the same record. */
export function mergeTally(into: MonthTally, from: MonthTally): void {
  into.incidents += from.incidents
  into.unknownOnset += from.unknownOnset
  into.open += from.open
  for (const hours of from.detectHours) into.detectHours.push(hours)
  for (const hours of from.resolveHours) into.resolveHours.push(hours)
  into.audits += from.audits
  into.assessed += from.assessed
  into.passed += from.passed
  into.failed += from.failed
  into.notApplicable += from.notApplicable
}

/** The month's row. A month with audits only says nothing about incidents, so they are null there and not 0. */
export const toMonthlyMetric = (month: Month, tally: MonthTally): MonthlyMetric => ({
  month,
  formula: METRICS_FORMULA,
  incidents: tally.incidents === 0 ? null : tally.incidents,
  unknownOnset: tally.unknownOnset,
  open: tally.open,
  timeToDetect: durationStats(tally.detectHours),
  timeToResolve: durationStats(tally.resolveHours),
  audits: tally.audits,
  controlsAssessed: tally.assessed,
  controlsPassed: tally.passed,
  controlsFailed: tally.failed,
  controlsNotApplicable: tally.notApplicable,
})
