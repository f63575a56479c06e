import { LinkButton } from '@/components/ui/link-button'
import type { AssessmentDetail } from '@/lib/model/assessment'
import type { LayerProgress } from '@/lib/presentation/assessment-progress'
import { paths } from '@/lib/queries/paths'
import { ApproveAssessment } from './approve-assessment'
import { DeleteAssessment } from './delete-assessment'
import { DescribeAssessment } from './describe-assessment'
import { ReturnAssessment } from './return-assessment'
import { SubmitAssessment } from './submit-assessment'

type Props = {
  org: string
  deployment: string
  assessment: AssessmentDetail
  progress: readonly LayerProgress[]
  may: { write: boolean; approve: boolean }
}

/** What this reader may do with the assessment in its state; where it is another person's turn, that is said. */
export function AssessmentActions({ org, deployment, assessment, progress, may }: Props) {
  const { id, name, state, asOf, submittedBy, approvalRefusal } = assessment
  const { stage, score, coverage, confidence } = assessment.maturity
  if (state === 'approved')
    return <LinkButton href={paths.maturity(org, { deployment, at: asOf })}>See it in maturity</LinkButton>
  if (state === 'submitted')
    return (
      <>
        {approvalRefusal === null ? null : <p className="text-ink-3 text-sm">{approvalRefusal}</p>}
        {may.approve ? <ReturnAssessment org={org} assessment={{ id, name }} /> : null}
        {approvalRefusal === null ? (
          <ApproveAssessment
            org={org}
            assessment={{ id, name, asOf, submittedBy }}
            maturity={{ stage, score, coverage, confidence }}
          />
        ) : null}
      </>
    )
  if (!may.write) return <p className="text-ink-3 text-sm">A draft is written by assessors; it counts nowhere yet.</p>
  return (
    <>
      <DeleteAssessment org={org} assessment={{ id, name }} />
      <DescribeAssessment org={org} assessment={{ id, name, asOf }} />
      <SubmitAssessment
        org={org}
        id={id}
        name={name}
        answered={assessment.answered}
        unanswered={progress.map(({ layer, capabilities }) => ({
          layer,
          capabilities: capabilities
            .filter((one) => one.status === 'unanswered')
            .map((one) => ({ id: one.id, name: one.name })),
        }))}
      />
    </>
  )
}
