import type { Maturity } from '@/lib/model/maturity'
import { layerShortName } from './layer'
import { scoreText } from './score'
import { stageLabel } from './stage'

/** One axis a layer, in the framework's order; `second` is the score on the earlier day, null where there was none. */
export const radarAxes = ({ layers }: Pick<Maturity, 'layers'>, earlier: Pick<Maturity, 'layers'> | null) =>
  layers.map(({ layer, score, stage }) => ({
    label: layerShortName(layer),
    value: score === null ? null : Number(scoreText(score)),
    second: whole(earlier?.layers.find((one) => one.layer === layer)?.score ?? null),
    caption: score === null ? undefined : `${scoreText(score)}, ${stageLabel(stage)}`,
  }))

/** As every other view writes it, so that the drawing, its table and the ladder agree. */
const whole = (score: number | null): number | null => (score === null ? null : Number(scoreText(score)))
