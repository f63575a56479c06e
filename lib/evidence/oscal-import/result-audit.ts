import type { AssessmentResult } from './assessment-results-shape'
import { controlOfTarget } from './control-of-target'
import { isUndecided } from './is-undecided'

/** How many controls a result says anything of, and how many of them it found wanting. */
export type ResultAudit = { assessed: number; passed: number; failed: number }

/**
 * The controls that a result judged: failed where any finding about a statement or objective of theirs is not satisfied,
 * else passed. A control without a finding, or of which nobody could tell, was not judged and counts nowhere.
 */
export function resultAudit({ findings = [] }: AssessmentResult): ResultAudit {
  const controls = new Map<string, boolean>()
  for (const { target } of findings.filter((one) => !isUndecided(one))) {
    const control = controlOfTarget(target['target-id'])
    controls.set(control, (controls.get(control) ?? true) && target.status.state === 'satisfied')
  }
  const passed = [...controls.values()].filter(Boolean).length
  return { assessed: controls.size, passed, failed: controls.size - passed }
}
