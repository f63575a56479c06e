import type { MetricId } from '@/lib/model/outcome'
import { decimalText, hoursText, NBSP, NOT_KNOWN, pointsText, relativeChangeText, signedText } from './number'
import { shareText } from './score'

const NAMES: Record<MetricId, string> = {
  incidents: 'Incidents per month',
  mttd: 'Time to detect, mean',
  mttr: 'Time to resolve, mean',
  passRate: 'Compliance pass rate',
}

export const metricName = (metric: MetricId): string => NAMES[metric]

const SHORT_NAMES: Record<MetricId, string> = {
  incidents: 'Incidents',
  mttd: 'To detect',
  mttr: 'To resolve',
  passRate: 'Pass rate',
}

/** For narrow columns. */
export const metricShortName = (metric: MetricId): string => SHORT_NAMES[metric]

const NOUNS: Record<MetricId, string> = {
  incidents: 'Incidents',
  mttd: 'Time to detect',
  mttr: 'Time to resolve',
  passRate: 'The pass rate',
}

/** The metric as the subject of a sentence. */
export const metricNoun = (metric: MetricId): string => NOUNS[metric]

/** A metric's value with its unit: incidents as a mean, times in hours, the pass rate in percent. */
export function metricText(metric: MetricId, value: number | null): string {
  if (value === null) return NOT_KNOWN
  if (metric === 'incidents') return decimalText(value)
  return metric === 'passRate' ? shareText(value) : hoursText(value)
}

type Change = { relativeChange: number | null; pointChange: number | null }

/** A metric's change as its reader compares it: points for the pass rate, relative for the others; never mixed. */
export const metricChangeText = (metric: MetricId, { relativeChange, pointChange }: Change): string =>
  metric === 'passRate' ? pointsText(pointChange) : relativeChangeText(relativeChange)

/** A metric's change in its own unit: `−8.2`, `−3.1 h`, `+18 points`. */
export function metricAbsoluteText(
  metric: MetricId,
  change: { absoluteChange: number | null; pointChange: number | null },
) {
  if (metric === 'passRate') return pointsText(change.pointChange)
  const text = signedText(change.absoluteChange, 1)
  return metric === 'incidents' || change.absoluteChange === null ? text : `${text}${NBSP}h`
}

/** Whether a change is an improvement; null when nothing changed or nothing is known. */
export function isBetter(metric: MetricId, { relativeChange, pointChange }: Change): boolean | null {
  const change = metric === 'passRate' ? pointChange : relativeChange
  if (change === null || change === 0) return null
  return metric === 'passRate' ? change > 0 : change < 0
}

/** What counts in a metric, for the line under it: `214 incidents`, `188 times`. */
export const METRIC_UNITS: Record<MetricId, string> = {
  incidents: 'incidents',
  mttd: 'incidents with known onset',
  mttr: 'resolved incidents',
  passRate: 'controls assessed',
}
