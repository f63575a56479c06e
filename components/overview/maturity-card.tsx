import type { ReactNode } from 'react'
import { Ladder } from '@/components/ladder/ladder'
import { LadderLegend } from '@/components/ladder/ladder-legend'
import { Card } from '@/components/ui/card'
import type { AssessedMaturity } from '@/lib/model/maturity-at'
import { dayText, monthText } from '@/lib/presentation/date'
import { ladderEntries, STAGE_SCALE } from '@/lib/presentation/ladder-entries'
import { scoreText, shareText } from '@/lib/presentation/score'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; deployment: string; current: AssessedMaturity; how: ReactNode }

/** Five layers on one track, each with its score, how much of it is measured, and the change since earlier. */
export function MaturityCard({ org, deployment, current: { maturity, comparison, assessment }, how }: Props) {
  const entries = ladderEntries(maturity, comparison?.change ?? null, (layer) =>
    paths.maturity(org, { deployment, layer }),
  )
  const since = comparison ? `Since ${monthText(comparison.earlier.asOf)}` : 'Change'
  return (
    <Card
      title="Maturity by layer"
      after={how}
      aside={<LadderLegend target={entries.some((e) => e.target) ? 'target' : undefined} />}
      footer={
        <>
          Overall score {scoreText(maturity.score)} of 100, {shareText(maturity.coverage)} measured,{' '}
          {shareText(maturity.confidence)} resting on evidence in date. {assessment.name}, as of{' '}
          {dayText(assessment.asOf)}, approved by {assessment.approvedBy}.
        </>
      }
    >
      <Ladder
        label="Layers"
        entries={entries}
        scale={STAGE_SCALE}
        columns={{ score: 'Score', measured: 'Measured', change: since }}
      />
    </Card>
  )
}
