import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Digest } from '@/lib/kernel/digest'
import { SCORE_INPUTS_TYPE, type ScoreInputs } from '@/lib/model/score-inputs'
import { type AssessmentScore, type RunScore, ScorePredicate } from '@/lib/model/score-predicate'
import { type InTotoStatement, SCORE_PREDICATE, STATEMENT_TYPE } from '@/lib/model/signed-statement'

/** A score and the facts it is said with; the digest of what went in is added here. */
export type ScoreFacts = Omit<AssessmentScore, 'inputs'> | Omit<RunScore, 'inputs'>

/**
 * The in-toto statement of a score: its subjects are the canonical texts of the result and of what went in, of a run also
 * the manifest of its snapshot and of an assessment the posture that capped it, which is the result of an earlier run.
 * Returns it with the inputs' text, the only one that has their digest. Throws when the facts do not fit ScorePredicate.
 */
export function scoreStatement(
  facts: ScoreFacts,
  inputs: ScoreInputs,
  digest: Digest,
): { statement: InTotoStatement; inputs: string; inputsSha256: string } {
  const text = canonicalJson(inputs)
  const inputsSha256 = digest(text)
  const predicate = ScorePredicate.parse({ ...facts, inputs: { sha256: inputsSha256, mediaType: SCORE_INPUTS_TYPE } })
  const statement: InTotoStatement = {
    _type: STATEMENT_TYPE,
    subject: scoreSubjects(predicate, inputs, digest).map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType: SCORE_PREDICATE,
    predicate,
  }
  return { statement, inputs: text, inputsSha256 }
}

/** What a statement of this score speaks of, in its order. */
export function scoreSubjects(
  predicate: ScorePredicate,
  inputs: ScoreInputs,
  digest: Digest,
): { name: string; sha256: string }[] {
  const result = { name: 'result.json', sha256: digest(canonicalJson(predicate.result)) }
  const wentIn = { name: 'inputs.json', sha256: predicate.inputs.sha256 }
  if (predicate.kind === 'run') return [result, wentIn, { name: 'snapshot.json', sha256: predicate.run.snapshot }]
  const capping = inputs.kind === 'assessment' ? inputs.posture : null
  return capping ? [result, wentIn, { name: 'posture.json', sha256: digest(canonicalJson(capping)) }] : [result, wentIn]
}
