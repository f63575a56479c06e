import { TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { capabilities } from '@/lib/framework/capabilities'
import type { Assessment } from '@/lib/model/assessment'
import { assessmentStateLabel, assessmentStateTone } from '@/lib/presentation/assessment-state'
import { dayText } from '@/lib/presentation/date'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { scoreText } from '@/lib/presentation/score'
import { paths } from '@/lib/queries/paths'

export type AssessmentEntry = {
  assessment: Assessment
  deployment: string
  /** The frozen score; null while it is not approved or when nothing was assessed. */
  score: number | null
}

export const AssessmentRow = ({
  org,
  entry: { assessment, deployment, score },
}: {
  org: string
  entry: AssessmentEntry
}) => (
  <TableRow interactive>
    <RowHeader className="min-w-32">
      <TextLink quiet href={paths.assessment(org, assessment.id)} className="font-semibold">
        {assessment.name}
      </TextLink>
      {assessment.state === 'draft' && assessment.returnedBecause !== null ? (
        <span className="block text-warn text-xs">Sent back, see why</span>
      ) : null}
    </RowHeader>
    <Cell>
      <Tag tone={assessmentStateTone(assessment.state)}>{assessmentStateLabel(assessment.state)}</Tag>
    </Cell>
    <Cell className="whitespace-nowrap tabular-nums">{dayText(assessment.asOf)}</Cell>
    <Cell>{deployment}</Cell>
    <NumericCell>
      {assessment.answered} of {capabilities.length}
    </NumericCell>
    <NumericCell>
      {assessment.state === 'approved' ? (
        <span className="font-semibold">{scoreText(score)}</span>
      ) : (
        <span className="text-ink-3" title="A score counts once the assessment is approved">
          {NOT_KNOWN}
          <span className="sr-only">none before approval</span>
        </span>
      )}
    </NumericCell>
    <Cell className="min-w-44 pl-3">
      <People assessment={assessment} />
    </Cell>
  </TableRow>
)

function People({
  assessment: { state, createdBy, submittedBy, submittedAt, approvedBy, approvedAt },
}: Pick<AssessmentEntry, 'assessment'>) {
  if (state === 'draft') return <Person act="Begun by" name={createdBy} at={null} />
  if (state === 'submitted') return <Person act="Submitted by" name={submittedBy} at={submittedAt} />
  return (
    <>
      <Person act="Approved by" name={approvedBy} at={approvedAt} />
      <span className="block text-ink-3 text-xs">submitted by {submittedBy ?? NOT_KNOWN}</span>
    </>
  )
}

const Person = ({ act, name, at }: { act: string; name: string | null; at: string | null }) => (
  <>
    {act} {name ?? NOT_KNOWN}
    {at === null ? null : <span className="text-ink-3">, {dayText(at.slice(0, 10))}</span>}
  </>
)
