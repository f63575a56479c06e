import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Digest } from '@/lib/kernel/digest'
import { assessMaturity } from '@/lib/maturity/assess-maturity'
import { cappedAnswers } from '@/lib/maturity/capped-answers'
import { MATURITY_FORMULA } from '@/lib/maturity/formula'
import { measurePosture } from '@/lib/maturity/measure-posture'
import { POSTURE_FORMULA } from '@/lib/maturity/posture-formula'
import type { Maturity } from '@/lib/model/maturity'
import type { Posture } from '@/lib/model/posture'
import { ScoreInputs } from '@/lib/model/score-inputs'
import { ScorePredicate } from '@/lib/model/score-predicate'
import { type InTotoStatement, SCORE_PREDICATE } from '@/lib/model/signed-statement'
import { type JsonDifference, jsonDifferences } from './json-differences'
import { scoreSubjects } from './score-statement'

/** A score of a statement computed once more: `same` in every number, `differs` somewhere, or `refused` for a reason. */
export type RecomputedScore =
  | { outcome: 'same' | 'differs'; predicate: ScorePredicate; differences: JsonDifference[] }
  | { outcome: 'refused'; predicate: ScorePredicate | null; reason: string }

const refused = (predicate: ScorePredicate | null, reason: string): RecomputedScore => ({
  outcome: 'refused',
  predicate,
  reason,
})

/**
 * Derives a stated score again from the text of its inputs, by the rules of the version it names, and compares all of it:
 * every stage, score, coverage and confidence, of every layer and capability. Whose signature the statement carries is
 * not asked here. Refuses, with the reason, a text that is not the stated one, and versions this release cannot compute.
 */
export function recomputeScore(statement: InTotoStatement, text: string, digest: Digest): RecomputedScore {
  if (statement.predicateType !== SCORE_PREDICATE) return refused(null, 'the statement is not about a score')
  const read = ScorePredicate.safeParse(statement.predicate)
  if (!read.success) return refused(null, `the statement cannot be read: ${firstFault(read.error)}`)
  const predicate = read.data
  if (digest(text) !== predicate.inputs.sha256) return refused(predicate, 'the inputs are not those that were signed')
  const unknown = unknownFormula(predicate)
  if (unknown !== null) return refused(predicate, `this release cannot compute by ${unknown}`)
  const inputs = readInputs(text)
  if (typeof inputs === 'string') return refused(predicate, `the inputs cannot be read: ${inputs}`)
  if (inputs.kind !== predicate.kind) return refused(predicate, `the inputs are those of a score of one ${inputs.kind}`)
  const subjects = scoreSubjects(predicate, inputs, digest).map(({ name, sha256 }) => ({ name, digest: { sha256 } }))
  if (canonicalJson(subjects) !== canonicalJson(statement.subject))
    return refused(predicate, 'the digests in the statement are not those of its result and its inputs')
  return compared(predicate, inputs)
}

function compared(predicate: ScorePredicate, inputs: ScoreInputs): RecomputedScore {
  try {
    const { day, formula, framework } = said(predicate)
    const differences = [
      ...jsonDifferences(predicate.result, derive(inputs), 'result'),
      ...jsonDifferences(day, inputs.kind === 'assessment' ? inputs.asOf : inputs.at, 'day'),
      ...jsonDifferences(formula, predicate.result.formula, 'formula'),
      ...jsonDifferences(framework, predicate.result.framework, 'framework'),
    ]
    return { outcome: differences.length === 0 ? 'same' : 'differs', predicate, differences }
  } catch {
    // The engines refuse what can only be wrong: two answers for one capability, or one the framework does not have.
    return refused(predicate, 'the inputs contradict each other')
  }
}

const said = (predicate: ScorePredicate) => ({
  day: predicate.kind === 'assessment' ? predicate.assessment.asOf : predicate.run.at,
  formula: predicate.formula,
  framework: predicate.framework,
})

function derive(inputs: ScoreInputs): Maturity | Posture {
  if (inputs.kind === 'run') return measurePosture(inputs)
  const { framework, answers, posture, asOf } = inputs
  return assessMaturity({ framework, answers: cappedAnswers(answers, posture), asOf })
}

/** A version named anywhere in a score that these rules are not; null when all are known. */
function unknownFormula({ kind, formula, formulas }: ScorePredicate): string | null {
  const known = kind === 'assessment' ? MATURITY_FORMULA : POSTURE_FORMULA
  if (formula !== known) return formula
  const { maturity = MATURITY_FORMULA, posture = POSTURE_FORMULA } = formulas
  if (maturity !== MATURITY_FORMULA) return maturity
  return posture === POSTURE_FORMULA ? null : posture
}

function readInputs(text: string): ScoreInputs | string {
  try {
    const read = ScoreInputs.safeParse(JSON.parse(text))
    return read.success ? read.data : firstFault(read.error)
  } catch {
    return 'it is not JSON'
  }
}

const firstFault = ({ issues: [first] }: { issues: { path: PropertyKey[]; message: string }[] }): string =>
  first ? `${first.path.join('.') || 'it'}: ${first.message}` : 'it does not fit'
