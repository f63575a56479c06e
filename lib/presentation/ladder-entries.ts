import type { LayerId } from '@/lib/model/layer'
import type { LayerMaturity, Maturity } from '@/lib/model/maturity'
import type { MaturityComparison } from '@/lib/model/maturity-comparison'
import { layerName } from './layer'
import { maturityChange } from './maturity-change'
import { scoreText, shareText } from './score'
import { stageLabel, stageTone } from './stage'

/** Where the four stages stand on the track of a score from 0 to 100: a stage of k is a score of 100 · k / 3. */
export const STAGE_SCALE = ([0, 1, 2, 3] as const).map((stage) => ({
  at: (100 * stage) / 3,
  label: stageLabel(stage),
}))

const CHANGE_TONES = { good: 'good', bad: 'bad', none: 'neutral', unknown: 'neutral' } as const

/** One line a layer for the ladder, in framework order; `comparison` gives the change column. */
export const ladderEntries = (
  { layers }: Pick<Maturity, 'layers'>,
  comparison: MaturityComparison | null,
  hrefOf: (layer: LayerId) => string,
) =>
  layers.map((layer) => {
    const tone = stageTone(layer.stage)
    const change = comparison?.layers.find((one) => one.layer === layer.layer)
    const words = change ? maturityChange(change) : null
    const target = targetScore(layer)
    return {
      key: layer.layer,
      name: layerName(layer.layer),
      href: hrefOf(layer.layer),
      stage: stageLabel(layer.stage),
      tone: tone === 'unknown' ? null : tone,
      score: layer.score,
      scoreText: layer.score === null ? null : scoreText(layer.score),
      target: target === null ? null : { at: target, label: `Target ${scoreText(target)}` },
      measured: shareText(layer.coverage),
      change: words ? { text: words.text, tone: CHANGE_TONES[words.tone] } : null,
    }
  })

/**
 * The score the layer would have with every target reached; a capability without a target keeps its stage. Null when
 * none has a target above where it stands.
 */
export function targetScore({ capabilities }: Pick<LayerMaturity, 'capabilities'>): number | null {
  const assessed = capabilities.filter((one) => one.effective !== null)
  if (!assessed.some((one) => (one.target ?? 0) > (one.effective ?? 0))) return null
  const weight = assessed.reduce((sum, one) => sum + one.weight, 0)
  const reached = assessed.reduce((sum, one) => sum + one.weight * Math.max(one.target ?? 0, one.effective ?? 0), 0)
  return (100 * reached) / (3 * weight)
}
