import { sha256 } from '@/lib/db/sha256'
import { scoreStatement } from '@/lib/evidence/score-statement'
import { framework } from '@/lib/framework/framework'
import { assessMaturity } from '@/lib/maturity/assess-maturity'
import { cappedAnswers } from '@/lib/maturity/capped-answers'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { Posture } from '@/lib/model/posture'
import { type AssessmentInputs, type RunInputs, SCORE_INPUTS_FORMAT } from '@/lib/model/score-inputs'

const FRAMEWORK = {
  version: framework.version,
  capabilities: framework.capabilities.map(({ id, layer, weight }) => ({ id, layer, weight })),
}
const ID = '00000000-0000-4000-8000-000000000001'
const AT = '2026-03-01T10:00:00.000Z'
/** The organization of lib/testing/evidence-pack. */
const ORGANIZATION = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  slug: 'meridian',
  name: 'Meridian Health',
  synthetic: true,
}

/** A run that read two checks of IAM-02, one of them failing in 2 of 10. */
export const runFacts = (): RunInputs => ({
  format: SCORE_INPUTS_FORMAT,
  kind: 'run',
  at: AT,
  framework: FRAMEWORK,
  checks: [
    { id: 'test_met', threshold: 1, feeds: [{ capability: 'IAM-02', stage: 1, atLeast: 1 }] },
    { id: 'test_short', threshold: 1, feeds: [{ capability: 'IAM-02', stage: 2, atLeast: 1 }] },
  ],
  verdicts: [
    {
      checkId: 'test_met',
      verdict: 'pass',
      numerator: 4,
      denominator: 4,
      undecided: 0,
      incomplete: false,
      factsAt: AT,
    },
    {
      checkId: 'test_short',
      verdict: 'fail',
      numerator: 8,
      denominator: 10,
      undecided: 1,
      incomplete: false,
      factsAt: AT,
    },
  ],
})

/** Every capability assessed at advanced with one piece of evidence, capped by what the run found. */
export const assessmentFacts = (posture: Posture | null = measurePosture(runFacts())): AssessmentInputs => ({
  format: SCORE_INPUTS_FORMAT,
  kind: 'assessment',
  asOf: '2026-03-05',
  framework: FRAMEWORK,
  answers: FRAMEWORK.capabilities.map(({ id }) => ({
    capability: id,
    status: 'assessed',
    stage: 2,
    targetStage: 3,
    evidence: [{ id: ID, sha256: sha256(id), collectedOn: '2026-02-01', expiresOn: null }],
  })),
  posture,
})

const formulas = { maturity: 'maturity/1', posture: 'posture/1' }

/** What is signed of these inputs, unsigned. */
export function statedScore(inputs: AssessmentInputs | RunInputs) {
  const common = {
    organization: ORGANIZATION,
    deployment: null,
    framework: FRAMEWORK.version,
    formulas,
    computedAt: AT,
  }
  if (inputs.kind === 'run') {
    const run = { id: ID, connection: { id: ID, name: 'Production', kind: 'aws' }, at: inputs.at, snapshot: sha256('') }
    const result = measurePosture(inputs)
    return scoreStatement({ kind: 'run', ...common, formula: result.formula, run, result }, inputs, sha256)
  }
  const { framework, answers, asOf, posture } = inputs
  const result = assessMaturity({ framework, answers: cappedAnswers(answers, posture), asOf })
  const by = { submittedBy: 'Asa', submittedAt: AT, approvedBy: 'Bela', approvedAt: AT }
  const assessment = { id: ID, name: 'First quarter', asOf }
  return scoreStatement(
    { kind: 'assessment', ...common, formula: result.formula, assessment, result, ...by },
    inputs,
    sha256,
  )
}
