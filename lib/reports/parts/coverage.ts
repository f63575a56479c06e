import { capability } from '@/lib/framework/capabilities'
import type { LayerMaturity, Maturity } from '@/lib/model/maturity'
import type { Posture } from '@/lib/model/posture'
import { layerName } from '@/lib/presentation/layer'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { postureLine, postureTitle } from '@/lib/presentation/posture-title'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import type { Block, Cell } from '../report'

/** How far the assessment reaches and what it leaves open, beside what checks measured by themselves. */
export function coverageBlocks(maturity: Maturity | null, posture: Posture | null): Block[] {
  const open = (maturity?.layers ?? []).flatMap(({ capabilities }) =>
    capabilities.filter(({ status }) => status === 'not_assessed').map((one) => one.capability),
  )
  return [
    { kind: 'paragraph', text: postureText(posture) },
    {
      kind: 'table',
      caption: 'Coverage by layer',
      columns: [
        { label: 'Layer', width: 1.8 },
        { label: 'Supported by checks', width: 1.5 },
        { label: 'Assessed', width: 0.9, numeric: true },
        { label: 'Evidence in date', width: 0.9, numeric: true },
        { label: 'Not assessed', width: 0.9, numeric: true },
        { label: 'Score by checks', width: 0.9, numeric: true },
        { label: 'Measured by checks', width: 1, numeric: true },
        { label: 'Could be read', width: 0.9, numeric: true },
      ],
      rows: (maturity?.layers ?? []).map((layer) => coverageRow(layer, posture)),
      empty: 'Nothing was assessed and approved yet.',
    },
    {
      kind: 'note',
      tone: open.length > 0 ? 'unknown' : 'neutral',
      text:
        maturity === null
          ? 'Everything is unknown until an assessment is approved.'
          : open.length === 0
            ? 'Every applicable capability was assessed.'
            : `Not assessed, so unknown and not counted as good: ${open.map((id) => `${capability(id).name} (${id})`).join(', ')}.`,
    },
  ]
}

const postureText = (posture: Posture | null): string =>
  posture === null
    ? 'No run of a connection was evaluated yet: what checks could measure is unknown.'
    : `${postureTitle(posture)}. ${postureLine(posture)}`

function coverageRow(layer: LayerMaturity, posture: Posture | null): Cell[] {
  const measured = posture?.layers.find((one) => one.layer === layer.layer)
  const open = layer.capabilities.filter(({ status }) => status === 'not_assessed').length
  return [
    layerName(layer.layer),
    measured ? { text: stageLabel(measured.stage), stage: stageTone(measured.stage) } : NOT_KNOWN,
    shareText(layer.coverage),
    shareText(layer.confidence),
    countText(open),
    scoreText(measured?.score ?? null),
    shareText(measured?.coverage ?? null),
    shareText(measured?.confidence ?? null),
  ]
}
