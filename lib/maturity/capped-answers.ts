import type { Posture } from '@/lib/model/posture'
import type { AnswerFacts } from './input'

/**
 * Answers with the highest stage the checks leave standing: what a check contradicts caps them, what it could not read or
 * does not speak to does not, so that a refused call never moves a score. Without a posture they stay as they are.
 */
export function cappedAnswers<Answer extends AnswerFacts>(
  answers: readonly Answer[],
  posture: Posture | null,
): Answer[] {
  const ceilings = new Map(
    posture?.layers.flatMap((one) => one.capabilities).map(({ capability, ceiling }) => [capability, ceiling]),
  )
  return answers.map((one) => ({ ...one, supportedStage: ceilings.get(one.capability) ?? null }))
}
