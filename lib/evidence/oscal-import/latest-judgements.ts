import type { AssessmentResult, ResultFinding } from './assessment-results-shape'

/** What the latest result that judges a target says of it. */
export type Judgement = { target: string; result: AssessmentResult; findings: readonly ResultFinding[] }

const endOf = ({ start, end }: AssessmentResult): number => Date.parse(end ?? start)

/**
 * By target, in the order in which targets come up, the findings of the latest result about it: by its end, else its
 * start, and of two at one instant the later in the document.
 */
export function latestJudgements(results: readonly AssessmentResult[]): Judgement[] {
  const latest = new Map<string, Judgement>()
  for (const result of results)
    for (const [target, findings] of byTarget(result)) {
      const known = latest.get(target)
      if (!known || endOf(result) >= endOf(known.result)) latest.set(target, { target, result, findings })
    }
  return [...latest.values()]
}

function byTarget({ findings = [] }: AssessmentResult): Map<string, ResultFinding[]> {
  const targets = new Map<string, ResultFinding[]>()
  for (const finding of findings) {
    const id = finding.target['target-id']
    const known = targets.get(id)
    if (known) known.push(finding)
    else targets.set(id, [finding])
  }
  return targets
}
