import type { Outcome } from '@/lib/model/outcome'
import { metricNoun } from './metric'
import { relativeChangeText } from './number'
import { latestReading } from './reading'

const size = (change: number): string => relativeChangeText(change).replace(/^[+−]/, '')

/**
 * The page's finding about incidents: how far they moved at the latest reading, or in plain words why nothing is said.
 * Never a claim the data cannot carry, and never more than an association.
 */
export function outcomeTitle(outcome: Pick<Outcome, 'refusal' | 'metrics'>): string {
  if (outcome.refusal) return 'Nothing to compare yet'
  const metric = outcome.metrics.find((one) => one.metric === 'incidents')
  if (metric?.caution) return 'Too few records for an estimate'
  const reading = metric ? latestReading(metric) : null
  if (!reading || reading.relativeChange === null) return 'No reading since go-live yet'
  const { relativeChange, after } = reading
  if (Math.abs(relativeChange) < 0.005)
    return `${metricNoun('incidents')} did not change by month ${after} of the rollout`
  const verb = relativeChange < 0 ? 'fell' : 'rose'
  return `${metricNoun('incidents')} ${verb} ${size(relativeChange)} by month ${after} of the rollout`
}
