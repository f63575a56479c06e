import type { AssessmentState } from '@/lib/model/assessment'

const LABELS: Record<AssessmentState, string> = {
  draft: 'Draft',
  submitted: 'Waits for approval',
  approved: 'Approved',
}

export const assessmentStateLabel = (state: AssessmentState): string => LABELS[state]

/** Only what waits for a person stands out; an approved assessment is finished, a draft nobody's business yet. */
const TONES = { draft: 'neutral', submitted: 'accent', approved: 'good' } as const satisfies Record<
  AssessmentState,
  string
>

export const assessmentStateTone = (state: AssessmentState) => TONES[state]
