import type { Posture } from '@/lib/model/posture'
import { layerName } from './layer'
import { shareText } from './score'
import { stageLabel } from './stage'

/** What the checks support in one line: the overall stage, or how many layers are established. */
export function postureTitle(posture: Posture): string {
  if (posture.stage !== null) return `Checks support ${stageLabel(posture.stage)} overall`
  const established = posture.layers.filter(({ stage }) => stage !== null)
  if (established.length === 0) return 'Checks do not establish a stage in any layer yet'
  const stages = [...new Set(established.map(({ stage }) => stage))].sort((a, b) => (b ?? 0) - (a ?? 0))
  const named = stages.map((stage) => {
    const layers = established.filter((one) => one.stage === stage).map(({ layer }) => layerName(layer))
    return `${stageLabel(stage)} in ${listText(layers)}`
  })
  return `Checks support ${named.join('; ')}`
}

/** How far the checks reach, which no stage says by itself. */
export const postureLine = (posture: Posture): string =>
  `${shareText(posture.coverage)} of the framework’s weight is supported by checks, ${shareText(posture.confidence)} when what could not be read is left out.`

const listText = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
