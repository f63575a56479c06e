import type { LayerRollout } from '@/lib/model/deployment'
import type { MetricId, MetricOutcome, Outcome } from '@/lib/model/outcome'
import { monthShortText } from './date'
import { layerShortName, layerTone } from './layer'
import { METRIC_UNITS, metricText } from './metric'
import { countText } from './number'

const UNITS: Record<MetricId, string> = { incidents: '', mttd: ' h', mttr: ' h', passRate: ' %' }

/** Rates are drawn in percent, everything else in its own unit. */
const drawn = (metric: MetricId, value: number | null): number | null =>
  value === null ? null : metric === 'passRate' ? value * 100 : value

/**
 * One metric as a line over months: the baseline as a band with its level, a marker for each layer that went live, a
 * ring at months 3, 6 and 12. A missing month stays a gap.
 */
export function outcomeTrend(
  { metric, series, baseline, readings }: MetricOutcome,
  { baseline: window }: Pick<Outcome, 'baseline'>,
  rollouts: readonly LayerRollout[],
) {
  const shown = new Set(series.map((point) => point.month))
  return {
    points: series.map(({ month, value, n }, i) => ({
      x: month,
      label: monthShortText(month),
      ...(i === 0 || month.endsWith('-01') ? { group: month.slice(0, 4) } : {}),
      value: drawn(metric, value),
      note: `${countText(n)} ${METRIC_UNITS[metric]}`,
    })),
    baseline: window
      ? { ...window, level: drawn(metric, baseline.value), label: `Baseline: ${metricText(metric, baseline.value)}` }
      : null,
    markers: rollouts.flatMap(({ layer, liveOn }) => {
      const month = liveOn?.slice(0, 7)
      return month && shown.has(month)
        ? [{ x: month, label: `${layerShortName(layer)} live`, tone: layerTone(layer) }]
        : []
    }),
    readings: readings
      .filter((reading) => reading.value !== null && shown.has(reading.month))
      .map((reading) => ({ x: reading.month, label: `Month ${reading.after}` })),
    unit: UNITS[metric],
    decimals: metric === 'passRate' || metric === 'incidents' ? 0 : 1,
    ...(metric === 'passRate' ? { domain: [0, 100] as const } : {}),
  }
}
