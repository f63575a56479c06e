import { framework } from '@/lib/framework/framework'
import type { Answer } from '@/lib/model/answer'
import type { CheckFacts } from '@/lib/model/check'
import type { Day, Instant } from '@/lib/model/instant'
import type { Posture } from '@/lib/model/posture'
import { type AssessmentInputs, type RunInputs, SCORE_INPUTS_FORMAT } from '@/lib/model/score-inputs'

const FRAMEWORK: RunInputs['framework'] = {
  version: framework.version,
  capabilities: framework.capabilities.map(({ id, layer, weight }) => ({ id, layer, weight })),
}

/** What an assessment's result is computed from, and no more: rationales and titles bear on no number. */
export const assessmentInputs = (asOf: Day, answers: readonly Answer[], posture: Posture | null): AssessmentInputs => ({
  format: SCORE_INPUTS_FORMAT,
  kind: 'assessment',
  asOf,
  framework: FRAMEWORK,
  answers: answers.map(({ capability, status, stage, targetStage, evidence }) => ({
    capability,
    status,
    stage,
    targetStage,
    evidence: evidence.map(({ id, sha256, collectedOn, expiresOn }) => ({ id, sha256, collectedOn, expiresOn })),
  })),
  posture,
})

type Measured = {
  at: Instant
  checks: readonly Pick<CheckFacts, 'id' | 'feeds' | 'threshold'>[]
  /** What the organization set itself, by check. */
  thresholds: ReadonlyMap<string, number>
  verdicts: RunInputs['verdicts']
}

/** What a run's score is computed from. Thresholds decided the verdicts and are told beside the clauses they serve. */
export const runInputs = ({ at, checks, thresholds, verdicts }: Measured): RunInputs => ({
  format: SCORE_INPUTS_FORMAT,
  kind: 'run',
  at,
  framework: FRAMEWORK,
  checks: checks.map(({ id, feeds, threshold }) => ({
    id,
    threshold: thresholds.get(id) ?? threshold,
    feeds: feeds.map(({ capability, stage, atLeast }) => ({ capability, stage, atLeast })),
  })),
  verdicts: verdicts.map(({ checkId, verdict, numerator, denominator, undecided, incomplete, factsAt }) => ({
    checkId,
    verdict,
    numerator,
    denominator,
    undecided,
    incomplete,
    factsAt,
  })),
})
