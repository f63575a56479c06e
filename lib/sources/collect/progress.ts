import type { Coverage } from '@/lib/model/coverage'
import type { Cursor, FactPage, Step } from './collector'
import { mergeCoverage, missing, notNeeded } from './merge-coverage'
import type { SourceError } from './source-error'

type Fault = NonNullable<Coverage['error']>

/** How far a unit is: the step, where in it, and what is recorded of its operations. */
export type Progress = {
  step: number
  cursor: Cursor
  pages: number
  items: number
  calls: number
  coverage: readonly Coverage[]
}

const LONGEST = 300

const faultOf = ({ unread, code, message }: SourceError): Fault => ({ cause: unread, code, message: oneLine(message) })

const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)

const failed = (operation: string, error: Fault): Coverage => ({ operation, pages: 0, items: 0, error })

/** After a page was read. A step that came to its end had nothing to ask of operations it did not use. */
export function afterPage(at: Progress, step: Step, page: FactPage): Progress {
  const ended = page.next === null
  const coverage = mergeCoverage(at.coverage, page.coverage)
  return {
    step: ended ? at.step + 1 : at.step,
    cursor: page.next,
    pages: at.pages + 1,
    items: at.items + page.resources.length,
    calls: at.calls + page.calls,
    coverage: ended ? mergeCoverage(coverage, unused(step, coverage)) : coverage,
  }
}

const unused = (step: Step, coverage: readonly Coverage[]): Coverage[] => {
  const recorded = new Set(coverage.map(({ operation }) => operation))
  return notNeeded([step.operation, ...step.operations].filter((operation) => !recorded.has(operation)))
}

/** After a step's own operation did not answer: what it read stays, the rest of it is not collected, and the next begins. */
export function afterFailure(at: Progress, step: Step, error: SourceError): Progress {
  const fault = faultOf(error)
  const own = [...new Set([step.operation, error.operation])].map((operation) => failed(operation, fault))
  const coverage = mergeCoverage(at.coverage, own)
  const why: Fault = { cause: 'not_collected', code: 'NotReached', message: `${step.operation} did not answer` }
  return {
    ...at,
    step: at.step + 1,
    cursor: null,
    coverage: mergeCoverage(coverage, missing(step.operations, coverage, why)),
  }
}

/** When the time of a unit is over: the step it was in and all that follow did not answer. */
export function afterDeadline(at: Progress, steps: readonly Step[], seconds: number): Progress {
  const fault: Fault = { cause: 'unavailable', code: 'Deadline', message: `not read within ${seconds} s` }
  return abandoned(at, steps, fault)
}

/** When a unit ends early, for whatever reason. */
export function abandoned(at: Progress, steps: readonly Step[], fault: Fault): Progress {
  const rest = steps.slice(at.step)
  const begun = rest[0] && at.cursor !== null ? [failed(rest[0].operation, fault)] : []
  const coverage = mergeCoverage(at.coverage, begun)
  const operations = rest.flatMap((step) => [step.operation, ...step.operations])
  return {
    ...at,
    step: steps.length,
    cursor: null,
    coverage: mergeCoverage(coverage, missing(operations, coverage, fault)),
  }
}
