import type { ReactNode } from 'react'
import { Ladder } from '@/components/ladder/ladder'
import { LadderLegend } from '@/components/ladder/ladder-legend'
import { Card } from '@/components/ui/card'
import type { LayerId } from '@/lib/model/layer'
import type { Maturity } from '@/lib/model/maturity'
import type { MaturityComparison } from '@/lib/model/maturity-comparison'
import { dayText } from '@/lib/presentation/date'
import { ladderEntries, STAGE_SCALE } from '@/lib/presentation/ladder-entries'
import { scoreText, shareText } from '@/lib/presentation/score'

type Props = {
  maturity: Maturity
  comparison: MaturityComparison | null
  hrefOf: (layer: LayerId) => string
  how: ReactNode
}

/** Five layers on one track; every score with how much of it is assessed and how much rests on evidence. */
export function LayersCard({ maturity, comparison, hrefOf, how }: Props) {
  const confidence = new Map(maturity.layers.map((one) => [one.layer, one.confidence]))
  const entries = ladderEntries(maturity, comparison, hrefOf).map((entry) => ({
    ...entry,
    stage: `${entry.stage} · ${shareText(confidence.get(entry.key) ?? null)} evidenced`,
  }))
  return (
    <Card
      title="Maturity by layer"
      note={comparison ? `Change since ${dayText(comparison.from)}.` : undefined}
      after={how}
      aside={<LadderLegend target={entries.some((entry) => entry.target) ? 'target' : undefined} />}
      footer={
        <>
          Overall score {scoreText(maturity.score)} of 100. {shareText(maturity.coverage)} of the weight is assessed,{' '}
          {shareText(maturity.confidence)} has evidence in date on {dayText(maturity.asOf)}.
          {comparison?.refusal ? ` Not compared: ${comparison.refusal}.` : null}
        </>
      }
    >
      <Ladder
        label="Layers"
        entries={entries}
        scale={STAGE_SCALE}
        columns={{ score: 'Score', measured: 'Assessed', change: 'Change' }}
      />
    </Card>
  )
}
