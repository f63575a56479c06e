import type { Posture } from '@/lib/model/posture'
import { layerName } from './layer'
import { shareText } from './score'
import { stageLabel } from './stage'

/** What the checks support in one line: the overall stage, or how many layers are established. */
export function postureTitle(posture: Posture): string {
  if (posture.stage !== null) return `Checks support ${stageLabel(posture.stage)} overall`
  const established = posture.layers.filter(({ stage }) => stage !== null)
  if (established.length === 0) return 'Checks do not establish a stage in any layer yet'
  const named = established.map(({ layer, stage }) => `${stageLabel(stage)} in ${layerName(layer)}`)
  return `Checks support ${named.slice(0, 2).join(', ')}${named.length > 2 ? ` and ${named.length - 2} more` : ''}`
}

/** How far the checks reach, which no stage says by itself. */
export const postureLine = (posture: Posture): string =>
  `${shareText(posture.coverage)} of the framework’s weight is supported by checks, ${shareText(posture.confidence)} when what could not be read is left out.`
