import { LAYERS } from '@/lib/model/layer'
import type { MaturityPoint } from '@/lib/model/maturity-history'
import { dayText } from '@/lib/presentation/date'
import { isLatestOfDay } from '@/lib/presentation/latest-of-day'
import { layerShortName } from '@/lib/presentation/layer'
import { scoreText } from '@/lib/presentation/score'
import { stageLabel, stageTone } from '@/lib/presentation/stage'
import type { TableBlock } from '../report'

/** Every approved result with its layers' scores, latest first; of several for one day the one approved last. */
export const historyTable = (points: readonly MaturityPoint[]): TableBlock => ({
  kind: 'table',
  caption: 'Approved assessments over time',
  columns: [
    { label: 'As of', width: 1.1 },
    { label: 'Assessment', width: 2.2 },
    { label: 'Overall', width: 1.2 },
    { label: 'Score', width: 0.6, numeric: true },
    ...LAYERS.map((layer) => ({ label: layerShortName(layer), width: 0.8, numeric: true })),
  ],
  rows: points
    .filter(isLatestOfDay)
    .toReversed()
    .map(({ assessment, stage, score, layers }) => [
      dayText(assessment.asOf),
      { text: assessment.name, sub: `approved by ${assessment.approvedBy}` },
      { text: stageLabel(stage), stage: stageTone(stage) },
      scoreText(score),
      ...LAYERS.map((id) => scoreText(layers.find(({ layer }) => layer === id)?.score ?? null)),
    ]),
  empty: 'No assessment was approved yet.',
})
