import type { FixEffect } from '@/lib/model/finding-change'
import type { FindingCounts } from '@/lib/model/finding-counts'
import { LAYERS, LayerId } from '@/lib/model/layer'
import { findingSeverityLabel } from '@/lib/presentation/finding'
import { findingsTitle } from '@/lib/presentation/findings-title'
import { layerName } from '@/lib/presentation/layer'
import { countText } from '@/lib/presentation/number'
import { scoreText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'
import { listed } from '@/lib/presentation/wording'
import type { Block, TableBlock } from '../report'

/** How many are open; before the first run an empty list is no good result, and that is said. */
export const findingsText = (counts: FindingCounts): string =>
  counts.blocking === null
    ? `${findingsTitle(counts)}. No run has been evaluated yet: nothing is known of what was not read.`
    : `${findingsTitle(counts)}.`

/** How many findings stand how, in words beside their numbers. */
export const findingFacts = (counts: FindingCounts): Block => ({
  kind: 'facts',
  facts: [
    { label: 'Open', text: countText(counts.open) },
    {
      label: 'Of these keeping a stage back',
      text: counts.blocking === null ? 'not known: no run was evaluated' : countText(counts.blocking),
    },
    { label: 'Of these without an owner', text: countText(counts.unassigned) },
    { label: 'Accepted, still failing', text: countText(counts.accepted) },
    { label: 'Exceptions run out', text: countText(counts.expired) },
    { label: 'Resolved', text: countText(counts.resolved) },
  ],
})

const table = (caption: string, label: string, rows: readonly (readonly [string, number])[]): TableBlock => ({
  kind: 'table',
  caption,
  columns: [
    { label, width: 2 },
    { label: 'Open', width: 1, numeric: true },
  ],
  rows: rows.map(([name, open]) => [name, countText(open)]),
  empty: 'No open findings.',
})

/** The layers in the framework's order, then what no capability is known for. */
const inOrder = (byLayer: FindingCounts['byLayer']): FindingCounts['byLayer'] =>
  [...LAYERS, null].flatMap((layer) => byLayer.filter((one) => one.layer === layer))

/** Open findings by severity and by layer, beside each other. */
export const findingTables = ({ bySeverity, byLayer }: FindingCounts): Block => ({
  kind: 'columns',
  columns: [
    {
      width: 1,
      blocks: [
        table(
          'Open findings by severity',
          'Severity',
          bySeverity.map(({ severity, open }) => [findingSeverityLabel(severity), open]),
        ),
      ],
    },
    {
      width: 1,
      blocks: [
        table(
          'Open findings by layer',
          'Layer',
          inOrder(byLayer).map(({ layer, open }) => [layer === null ? 'No capability known' : layerName(layer), open]),
        ),
      ],
    },
  ],
})

const nameOf = (layer: string): string => {
  const known = LayerId.safeParse(layer)
  return known.success ? layerName(known.data) : layer
}

/** What the accepted risks cost together: they count as failing until they are fixed. */
export function acceptedText(effect: FixEffect | null): string {
  if (effect === null) return 'No risk is accepted today, or no run was evaluated yet.'
  const changes = [
    ...effect.capabilities.map(
      ({ capability, from, to }) => `${capability} from ${stageLabel(from)} to ${stageLabel(to)}`,
    ),
    ...effect.layers.map(({ layer, from, to }) => `${nameOf(layer)} from ${scoreText(from)} to ${scoreText(to)}`),
  ]
  const which = effect.findings === 1 ? 'the accepted one' : `all ${countText(effect.findings)} accepted`
  return changes.length === 0
    ? `If ${which} were fixed, no stage and no score would change. An accepted risk counts as failing all the same.`
    : `If ${which} were fixed, what the checks support would change: ${listed(changes)}. An accepted risk counts as failing all the same.`
}
