import type { MetricId } from '@/lib/model/outcome'
import { BASELINE_MONTHS } from './rollout-window'

/** Below these no effect is claimed (statistics §3, "text the UI must show with every effect"). */
const LEAST_BASELINE_MONTHS = 3
const LEAST_EVENTS = 20

const EVENTS: Record<MetricId, string> = {
  incidents: 'incidents',
  mttd: 'times to detect',
  mttr: 'times to resolve',
  passRate: 'assessed controls',
}

/**
 * Why a metric's change must not be read as an effect, in words; null when the data can carry an estimate.
 * `baselineMonths` is how many of the six hold data, `events` is n before and since go-live together.
 */
export function caution(metric: MetricId, baselineMonths: number, events: number): string | null {
  if (baselineMonths < LEAST_BASELINE_MONTHS)
    return `Not enough data for an estimate: ${baselineMonths} of the ${BASELINE_MONTHS} baseline months hold ${EVENTS[metric]}, ${LEAST_BASELINE_MONTHS} are needed.`
  if (events < LEAST_EVENTS)
    return `Not enough data for an estimate: ${events} ${EVENTS[metric]} before and since go-live, ${LEAST_EVENTS} are needed.`
  return null
}
