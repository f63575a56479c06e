import { AppError } from '@/lib/kernel/app-error'
import type { Answer, AnswerInput } from '@/lib/model/answer'

/** A stored answer in the form in which it may be given again. */
export function asAnswerInput({ status, stage, targetStage, rationale }: Answer): AnswerInput {
  if (status === 'not_applicable') return { status, rationale }
  if (stage === null) throw new AppError('internal', { reason: 'an assessed answer has no stage' })
  return { status, stage, targetStage, rationale }
}
