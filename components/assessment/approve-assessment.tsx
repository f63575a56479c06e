'use client'

import { useRouter } from 'next/navigation'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { showToast } from '@/components/ui/toast-store'
import type { AssessmentDetail } from '@/lib/model/assessment'
import { dayText } from '@/lib/presentation/date'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'
import { useApproveAssessment } from '@/lib/queries/assessments'

type Props = {
  org: string
  assessment: Pick<AssessmentDetail, 'id' | 'name' | 'asOf' | 'submittedBy'>
  maturity: Pick<AssessmentDetail['maturity'], 'stage' | 'score' | 'coverage' | 'confidence'>
}

/** Approves what somebody else submitted; what it freezes is said before. */
export function ApproveAssessment({ org, assessment: { id, name, asOf, submittedBy }, maturity }: Props) {
  const router = useRouter()
  const approve = useApproveAssessment(org, id)
  return (
    <ConfirmButton
      label="Approve…"
      variant="primary"
      title={`Approve ${name}?`}
      confirm="Approve"
      confirmVariant="primary"
      isBusy={approve.isPending}
      problem={approve.error}
      onConfirm={(done) =>
        approve.mutate(undefined, {
          onSuccess: () => {
            done()
            showToast({ title: `${name} approved`, detail: 'Its result is frozen.', tone: 'good' })
            router.refresh()
          },
        })
      }
    >
      <p>
        Submitted by {submittedBy ?? 'somebody else'}. As of {dayText(asOf)} it says{' '}
        <strong className="text-ink">
          {stageLabel(maturity.stage)}, score {scoreText(maturity.score)}
        </strong>
        ; {shareText(maturity.coverage)} of the weight is assessed, {shareText(maturity.confidence)} has evidence in
        date.
      </p>
      <p className="mt-2">Once approved it cannot be changed or deleted, by anybody.</p>
    </ConfirmButton>
  )
}
