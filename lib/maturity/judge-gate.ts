import type { CheckFacts } from '@/lib/model/check'
import { FINDING_SEVERITIES, type FindingSeverity } from '@/lib/model/finding-severity'
import type { GateOptions, GateResult } from '@/lib/model/plan-report'
import { STAGES, type Stage } from '@/lib/model/stage'
import { criterionState } from './criterion-state'
import type { StandingVerdict } from './standing-verdict'

/** A check of the plan, the severity that counts for it here, and what it said. */
export type Judged = { check: CheckFacts; severity: FindingSeverity; verdict: StandingVerdict }

type Reasons = { fails: string[]; unknowns: string[] }

/**
 * Whether a pipeline may go on. It asks only about checks of the plan itself, never about what else the organization has.
 *
 * `failBelow` S fails for a clause of a stage up to S, of any capability, that a check contradicts: with the plan applied
 * that capability, and with it its layer, could not stand at S. A clause that nobody can decide yet makes it undecided.
 * `failOn` fails for checks of that severity or worse that do not hold, and is undecided for those that are unknown.
 * Clauses and checks that do not apply ask for nothing. A failure outweighs what is undecided; `allowUnknown` lets the
 * latter pass, and says so. Null when neither was asked for.
 */
export function judgeGate(judged: readonly Judged[], options: GateOptions): GateResult | null {
  const { failBelow, failOn, allowUnknown } = options
  if (failBelow === undefined && failOn === undefined) return null
  const found: Reasons = { fails: [], unknowns: [] }
  if (failBelow !== undefined) clausesBelow(judged, failBelow, found)
  if (failOn !== undefined) severe(judged, failOn, found)
  const { fails, unknowns } = found
  if (fails.length > 0) return { outcome: 'failed', reasons: [...fails, ...unknowns] }
  if (unknowns.length === 0) return { outcome: 'passed', reasons: [] }
  return { outcome: allowUnknown ? 'passed' : 'undecided', reasons: unknowns }
}

function clausesBelow(judged: readonly Judged[], failBelow: (typeof STAGES)[number], into: Reasons): void {
  const asked = STAGES.indexOf(failBelow)
  for (const { check, verdict } of judged)
    for (const { capability, stage, atLeast } of check.feeds) {
      if (stage > asked) continue
      const state = criterionState(verdict, atLeast)
      const what = `${check.id}: ${counted(verdict)}`
      if (state === 'contradicted') into.fails.push(`${capability} would be below ${nameOf(stage)}. ${what}.`)
      if (state === 'open') into.unknowns.push(`${capability} may be below ${nameOf(stage)}. ${what}.`)
    }
}

function severe(judged: readonly Judged[], failOn: FindingSeverity, into: Reasons): void {
  const asked = FINDING_SEVERITIES.indexOf(failOn)
  for (const { check, severity, verdict } of judged) {
    if (FINDING_SEVERITIES.indexOf(severity) > asked) continue
    const what = `${check.id} (${severity}): ${counted(verdict)}.`
    if (verdict.verdict === 'fail') into.fails.push(`A check does not hold. ${what}`)
    if (verdict.verdict === 'unknown') into.unknowns.push(`A check is unknown. ${what}`)
  }
}

const nameOf = (stage: Stage): string => STAGES[stage]

function counted({ numerator, denominator, undecided, incomplete }: StandingVerdict): string {
  const open = undecided > 0 ? `, ${undecided} not decided` : ''
  return `${numerator} of ${denominator} hold${open}${incomplete ? ', not all were read' : ''}`
}
