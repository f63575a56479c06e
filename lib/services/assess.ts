import type { AssessmentRecord } from '@/lib/db/repositories/assessments'
import { framework } from '@/lib/framework/framework'
import { AppError } from '@/lib/kernel/app-error'
import { assessMaturity } from '@/lib/maturity/assess-maturity'
import { cappedAnswers } from '@/lib/maturity/capped-answers'
import type { Answer } from '@/lib/model/answer'
import { Maturity } from '@/lib/model/maturity'
import type { Posture } from '@/lib/model/posture'

/**
 * What an assessment says: the frozen result once it was approved, before that the engine's over its present answers,
 * each capped where the checks contradict it. Throws internal when a draft pins a framework this release does not carry.
 */
export function assess(
  { assessment, frozen }: AssessmentRecord,
  answers: readonly Answer[],
  posture: Posture | null,
): Maturity {
  if (assessment.state === 'approved') return Maturity.parse(frozen)
  if (assessment.framework !== framework.version) {
    throw new AppError('internal', { reason: `assessment pins framework ${assessment.framework}` })
  }
  return assessMaturity({ framework, answers: cappedAnswers(answers, posture), asOf: assessment.asOf })
}
