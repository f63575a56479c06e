import type { LayerRollout } from '@/lib/model/deployment'
import type { MetricOutcome } from '@/lib/model/outcome'
import { layerTone } from '@/lib/presentation/layer'

/** The place of a month in the series; null when it lies outside. */
export function sparkPlace({ series }: Pick<MetricOutcome, 'series'>, month: string): number | null {
  const place = series.findIndex((point) => point.month === month)
  return place < 0 ? null : place
}

/** A tick for each layer that went live within the series. */
export const sparkMarkers = (metric: Pick<MetricOutcome, 'series'>, rollouts: readonly LayerRollout[]) =>
  rollouts.flatMap(({ layer, liveOn }) => {
    const at = liveOn ? sparkPlace(metric, liveOn.slice(0, 7)) : null
    return at === null ? [] : [{ at, tone: layerTone(layer) }]
  })
