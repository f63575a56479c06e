import { type Evaluated, evaluateScope } from '@/lib/checks/evaluate-scope'
import { scopeFacts } from '@/lib/checks/frame/scope-facts'
import { checksOf } from '@/lib/checks/registry'
import { sha256 } from '@/lib/db/sha256'
import { findingKey } from '@/lib/findings/finding-key'
import type { Judged } from '@/lib/maturity/judge-gate'
import type { CheckSetting } from '@/lib/model/check-view'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import { MOST_LISTED, type PlanFailure, type PlanUnknown, type PlanVerdict } from '@/lib/model/plan-report'
import type { HandedIn } from './record-snapshot'

/** What the checks say of a hand-in, as reports show it and as engines compute with it. */
export type PlanEvaluation = {
  verdicts: PlanVerdict[]
  failures: PlanFailure[]
  unknowns: PlanUnknown[]
  /** One a check, in the checks' order. */
  judged: Judged[]
}

/** Evaluates every Terraform check over what was handed in, by the thresholds and severities the organization set. */
export function evaluatePlan(handedIn: HandedIn, settings: readonly CheckSetting[], now: Date): PlanEvaluation {
  const { scope, coverage, resources } = handedIn
  const thresholds = new Map(
    settings.flatMap(({ checkId, threshold }) => (threshold === null ? [] : [[checkId, threshold] as const])),
  )
  const severities = new Map(settings.map(({ checkId, severity }) => [checkId, severity]))
  const at = now.toISOString()
  const facts = scopeFacts(scope.account, [{ ...scope, coverage }], resources)
  const evaluated = evaluateScope(checksOf('terraform'), facts, { now: at, thresholds }).map((one) => ({
    ...one,
    severity: severities.get(one.check.id) ?? one.check.severity,
  }))
  return {
    verdicts: evaluated.map(verdictOf),
    failures: evaluated.flatMap(failuresOf).slice(0, MOST_LISTED),
    unknowns: evaluated.flatMap(unknownsOf).slice(0, MOST_LISTED),
    judged: evaluated.map((one) => judgedOf(one, at)),
  }
}

type Weighed = Evaluated & { severity: FindingSeverity }

const verdictOf = ({ check, severity, evaluation }: Weighed): PlanVerdict => ({
  checkId: check.id,
  title: check.title,
  severity,
  verdict: evaluation.verdict,
  numerator: evaluation.numerator,
  denominator: evaluation.denominator,
  undecided: evaluation.undecided.length,
  gaps: [...evaluation.gaps],
})

const aboutOf = ({ check, severity }: Weighed, resource: string) => ({
  key: findingKey(sha256, check.id, resource),
  checkId: check.id,
  severity,
  resource,
  capabilities: [...check.capabilities],
})

const failuresOf = (one: Weighed): PlanFailure[] =>
  one.evaluation.failing.slice(0, MOST_LISTED).map(({ subject, message }) => ({
    ...aboutOf(one, subject.id),
    title: one.check.title,
    message,
    fix: one.check.remediation.text,
  }))

const unknownsOf = (one: Weighed): PlanUnknown[] =>
  one.evaluation.undecided.slice(0, MOST_LISTED).map(({ subject, cause, operation }) => ({
    ...aboutOf(one, subject.id),
    cause,
    operation,
  }))

const judgedOf = ({ check, severity, evaluation }: Weighed, factsAt: string): Judged => {
  const { verdict, numerator, denominator, undecided, gaps } = evaluation
  const incomplete = (verdict === 'fail' || verdict === 'unknown') && gaps.length > 0
  return {
    check,
    severity,
    verdict: { checkId: check.id, verdict, numerator, denominator, undecided: undecided.length, incomplete, factsAt },
  }
}
