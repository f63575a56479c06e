import { layers } from '@/lib/framework/layers'
import type { LayerId } from '@/lib/model/layer'
import type { Stage } from '@/lib/model/stage'
import { layerNoun } from './layer'
import { countAmong, organizationsThat } from './organizations-that'
import { stageLabel } from './stage'
import { listed } from './wording'

/** One organization's standing; without an assessment `layers` is empty. */
export type PortfolioRow = { layers: readonly { layer: LayerId; stage: Stage | null }[] }

type Stages = ReadonlyMap<LayerId, Stage>
type Tally = { layer: LayerId; count: number; total: number }

const established = ({ layers }: PortfolioRow): Stages =>
  new Map(layers.flatMap(({ layer, stage }) => (stage === null ? [] : [[layer, stage] as const])))

const tally = (rows: readonly Stages[], test: (row: Stages, layer: LayerId) => boolean): Tally[] =>
  layers.map(({ id: layer }) => ({
    layer,
    count: rows.filter((row) => test(row, layer)).length,
    total: rows.reduce((sum, row) => sum + (row.get(layer) ?? 0), 0),
  }))

const isPast = (row: Stages, layer: LayerId, stage: Stage): boolean => (row.get(layer) ?? 0) > stage

/** The layer most organizations have brought past a stage; on a tie the one that got further. */
function leading(rows: readonly Stages[], stage: Stage): string | null {
  const tallies = tally(rows, (row, layer) => isPast(row, layer, stage))
  const [best] = [...tallies].sort((a, b) => b.count - a.count || b.total - a.total)
  if (!best || best.count === 0) return null
  const where = tallies.every((one) => one.count === best.count) ? 'every layer' : layerNoun(best.layer)
  return `${organizationsThat(best.count, rows.length, 'is', 'are')} past ${stageLabel(stage)} in ${where}`
}

/** Whether a layer is at the organization's lowest stage while another is further. */
function trails(row: Stages, layer: LayerId): boolean {
  const stages = [...row.values()]
  return row.get(layer) === Math.min(...stages) && Math.max(...stages) > Math.min(...stages)
}

/** What trails in most organizations, more often than any other layer; a tie of more than three says nothing. */
function trailing(rows: readonly Stages[]): string | null {
  const ranked = tally(rows, trails).sort((a, b) => b.count - a.count || a.total - b.total)
  const [worst] = ranked
  if (!worst || worst.count * 2 <= rows.length) return null
  const tied = ranked.filter((one) => one.count === worst.count && one.total === worst.total)
  if (tied.length > 3) return null
  const verb = tied.length === 1 ? 'trails' : 'trail'
  const where =
    worst.count === rows.length
      ? rows.length === 1
        ? ''
        : ' everywhere'
      : ` in ${countAmong(worst.count, rows.length)}`
  return `${listed(tied.map((one) => layerNoun(one.layer)))} ${verb}${where}`
}

/**
 * The portfolio's finding: `Nine of twelve organizations are past Initial in identity; data protection trails everywhere`.
 * Every count is of all organizations given, so one without a stage is never counted as past anything; "everywhere" means
 * all of them. Falls back to plainer sentences when fewer than half have a stage, or nothing stands out.
 */
export function portfolioTitle(organizations: readonly PortfolioRow[]): string {
  const rows = organizations.map(established)
  const placed = rows.filter((row) => row.size > 0).length
  if (rows.length === 0) return 'No organizations yet'
  if (placed === 0) {
    const none = organizationsThat(0, rows.length, 'has', 'have')
    return `${none} ${rows.length === 1 ? 'no' : 'an'} established stage yet`
  }
  if (placed * 2 < rows.length)
    return `${organizationsThat(placed, rows.length, 'has', 'have')} an established stage so far`
  const head = leading(rows, 1) ?? leading(rows, 0)
  if (head === null) {
    const none = organizationsThat(0, rows.length, 'is', 'are')
    return `${none} ${rows.length === 1 ? 'not ' : ''}past ${stageLabel(0)} in any layer`
  }
  return [head, trailing(rows)].flatMap((clause) => clause ?? []).join('; ')
}
