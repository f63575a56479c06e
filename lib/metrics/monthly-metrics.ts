import { type Month, monthOf, monthOfDay } from '@/lib/kernel/month'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import {
  type CountedAudit,
  type CountedIncident,
  emptyTally,
  type MonthTally,
  mergeTally,
  tallyAudit,
  tallyIncident,
  toMonthlyMetric,
} from './month-tally'

const DAY_MS = 86_400_000

/** Gathers records into UTC months, one at a time, in any order. */
export type MonthlyTallies = {
  addIncident: (incident: CountedIncident) => void
  addAudit: (audit: CountedAudit) => void
  /** Adds what another one gathered; the two must not have seen the same record. */
  merge: (other: MonthlyTallies) => void
  /** What each month holds so far; for `merge`. */
  tallies: ReadonlyMap<Month, MonthTally>
  /** One row a month that holds a record, oldest first. Months without records have no row. */
  rows: () => MonthlyMetric[]
}

/**
 * An empty set of months to feed with a million records: it keeps two numbers an incident and nothing else.
 * Months are UTC whatever zone a record was written in.
 */
export function monthlyTallies(): MonthlyTallies {
  const tallies = new Map<Month, MonthTally>()
  // A UTC day lies in one UTC month, so the month's name is made once a day and not once a record.
  const byDay = new Map<number, MonthTally>()

  const ofMonth = (month: Month): MonthTally => {
    const known = tallies.get(month)
    if (known) return known
    const tally = emptyTally()
    tallies.set(month, tally)
    return tally
  }
  const ofInstant = (epochMs: number): MonthTally => {
    const day = Math.floor(epochMs / DAY_MS)
    const known = byDay.get(day)
    if (known) return known
    const tally = ofMonth(monthOf(epochMs))
    byDay.set(day, tally)
    return tally
  }

  return {
    addIncident: (incident) => tallyIncident(ofInstant(incident.countedAt), incident),
    addAudit: (audit) => tallyAudit(ofMonth(monthOfDay(audit.auditedOn)), audit),
    merge: (other) => {
      for (const [month, tally] of other.tallies) mergeTally(ofMonth(month), tally)
    },
    tallies,
    rows: () =>
      [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, tally]) => toMonthlyMetric(month, tally)),
  }
}

/** The monthly rows of a set of incidents and audits, oldest first (formula `metrics/1`). */
export function monthlyMetrics(
  incidents: Iterable<CountedIncident>,
  audits: Iterable<CountedAudit> = [],
): MonthlyMetric[] {
  const months = monthlyTallies()
  for (const incident of incidents) months.addIncident(incident)
  for (const audit of audits) months.addAudit(audit)
  return months.rows()
}
