import type { ReactNode } from 'react'
import { Ladder } from '@/components/ladder/ladder'
import { LadderLegend } from '@/components/ladder/ladder-legend'
import { Card } from '@/components/ui/card'
import type { AssessmentState } from '@/lib/model/assessment'
import type { LayerId } from '@/lib/model/layer'
import type { Maturity } from '@/lib/model/maturity'
import type { MaturityComparison } from '@/lib/model/maturity-comparison'
import { dayText } from '@/lib/presentation/date'
import { ladderEntries, STAGE_SCALE } from '@/lib/presentation/ladder-entries'
import { scoreText, shareText } from '@/lib/presentation/score'

type Props = {
  state: AssessmentState
  maturity: Maturity
  comparison: MaturityComparison | null
  hrefOf: (layer: LayerId) => string
  how: ReactNode
}

const TITLES: Record<AssessmentState, string> = {
  draft: 'What the answers come to so far',
  submitted: 'What the answers come to',
  approved: 'Result',
}

const NOTES: Record<AssessmentState, string> = {
  draft: 'Counts nowhere until it is submitted and approved.',
  submitted: 'Counts nowhere until it is approved.',
  approved: 'Frozen when it was approved, with the formula and the framework of that day.',
}

/** Five layers on one track, from the answers of this assessment alone. */
export function ResultCard({ state, maturity, comparison, hrefOf, how }: Props) {
  const entries = ladderEntries(maturity, comparison, hrefOf)
  return (
    <Card
      title={TITLES[state]}
      note={comparison ? `${NOTES[state]} Change since ${dayText(comparison.from)}.` : NOTES[state]}
      after={how}
      aside={<LadderLegend target={entries.some((entry) => entry.target) ? 'target' : undefined} />}
      footer={`Overall score ${scoreText(maturity.score)} of 100. ${shareText(maturity.coverage)} of the weight is assessed, ${shareText(maturity.confidence)} has evidence in date on ${dayText(maturity.asOf)}.`}
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
