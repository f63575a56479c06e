import type { LayerId } from '@/lib/model/layer'
import type { LayerSpread, Portfolio } from '@/lib/model/portfolio'
import { layerNoun } from './layer'
import { countAmong, organizationsThat } from './organizations-that'
import { stageLabel } from './stage'

type Reached = { layer: LayerId; count: number; total: number }

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** Layers by how many organizations are past the stage, most first; on a tie the one that got further. */
const ranked = (spread: readonly LayerSpread[], stage: 0 | 1): Reached[] =>
  spread
    .map(({ layer, stages }) => ({
      layer,
      count: sum(stages.slice(stage + 1)),
      total: sum(stages.map((count, reached) => count * reached)),
    }))
    .sort((a, b) => b.count - a.count || b.total - a.total)

/**
 * The finding of a portfolio of which only counts per layer are at hand, because it is longer than a page:
 * `743 of 1,000 organizations are past Initial in identity, 120 in data protection`. Counts are of all organizations.
 */
export function spreadTitle({ organizations, spread }: Pick<Portfolio, 'organizations' | 'spread'>): string {
  if (organizations === 0) return 'No organizations yet'
  const only = organizations === 1
  if (spread.every(({ stages }) => sum(stages) === 0))
    return `${organizationsThat(0, organizations, 'has', 'have')} ${only ? 'no' : 'an'} established stage yet`
  for (const stage of [1, 0] as const) {
    const layers = ranked(spread, stage)
    const [most, least] = [layers[0], layers.at(-1)]
    if (!most || !least || most.count === 0) continue
    const head = `${organizationsThat(most.count, organizations, 'is', 'are')} past ${stageLabel(stage)} in`
    if (most.count === least.count) return `${head} every layer`
    if (only) return `${head} ${layerNoun(most.layer)}, not in ${layerNoun(least.layer)}`
    const few = least.count === 0 ? 'none' : countAmong(least.count, organizations)
    return `${head} ${layerNoun(most.layer)}, ${few} in ${layerNoun(least.layer)}`
  }
  return `${organizationsThat(0, organizations, 'is', 'are')} ${only ? 'not ' : ''}past ${stageLabel(0)} in any layer`
}
