import { capability } from '@/lib/framework/capabilities'
import { nextSteps } from '@/lib/maturity/next-steps'
import type { CapabilityMaturity, LayerMaturity, Maturity } from '@/lib/model/maturity'
import { positionText } from '@/lib/presentation/capability-position'
import { layerName } from '@/lib/presentation/layer'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { ruleText } from '@/lib/presentation/rule'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import type { Block, Cell, TableBlock } from '../report'

/** Every capability under its layer, as the maturity page lists it. */
export const capabilityTables = ({ layers }: Pick<Maturity, 'layers'>): Block[] =>
  layers.flatMap((layer) => [
    {
      kind: 'heading' as const,
      text: `${layerName(layer.layer)}: ${stageLabel(layer.stage)}, score ${scoreText(layer.score)}, ${shareText(layer.coverage)} assessed, ${shareText(layer.confidence)} evidenced`,
    },
    {
      kind: 'table' as const,
      caption: `Capabilities of ${layerName(layer.layer)}`,
      columns: [
        { label: 'Capability', width: 3.4 },
        { label: 'Stage', width: 1.3 },
        { label: 'Target', width: 1.1 },
        { label: 'Evidence in date', width: 1 },
        { label: 'Rule', width: 1.3 },
        { label: 'Weight', width: 0.6, numeric: true },
      ],
      rows: layer.capabilities.map((one) => capabilityRow(one, layer)),
      empty: '',
    },
  ])

const capabilityRow = (one: CapabilityMaturity, { weakest }: LayerMaturity): Cell[] => [
  {
    text: capability(one.capability).name,
    sub: one.capability === weakest ? `${one.capability}, weakest of the layer` : one.capability,
  },
  { text: positionText(one), ...(one.status === 'not_applicable' ? {} : { stage: stageTone(one.effective) }) },
  one.target === null ? NOT_KNOWN : stageLabel(one.target),
  one.status === 'assessed' ? (one.evidenced ? 'Yes' : 'No') : NOT_KNOWN,
  ruleText(one.rule),
  countText(one.weight),
]

/** The two steps that raise each layer most, layer by layer. */
export const planTable = ({ layers }: Pick<Maturity, 'layers'>): TableBlock => ({
  kind: 'table',
  caption: 'Steps that raise each layer most',
  columns: [
    { label: 'Layer', width: 1.6 },
    { label: 'Capability', width: 3 },
    { label: 'From', width: 1 },
    { label: 'To', width: 1 },
    { label: 'Layer score after', width: 1.2, numeric: true },
  ],
  rows: layers.flatMap((layer) =>
    nextSteps(layer, 2).map((step, at): Cell[] => [
      at === 0 ? layerName(layer.layer) : '',
      `${capability(step.capability).name} (${step.capability})`,
      { text: stageLabel(step.from), stage: stageTone(step.from) },
      { text: stageLabel(step.to), stage: stageTone(step.to) },
      `${scoreText(step.scoreBefore)} to ${scoreText(step.scoreAfter)}`,
    ]),
  ),
  empty: 'Every capability is at Optimal.',
})
