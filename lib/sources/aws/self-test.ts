import type { SelfTestLine } from '@/lib/model/connection'
import type { Coverage } from '@/lib/model/coverage'
import type { UnknownCause } from '@/lib/model/resource'
import type { ReadContext, Step } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import { inParallel } from './in-parallel'
import { type AwsOperation, actionsOf, OPERATIONS } from './operations'

const STEPS_AT_ONCE = 6
const NOTHING_TO_ASK = 'There is nothing to ask it of.'

/** Asks one page of each step, for as little as it gives, and tells what became of every operation it names. */
export async function testSteps(steps: readonly Step[], context: ReadContext): Promise<SelfTestLine[]> {
  const lines = await inParallel(steps, STEPS_AT_ONCE, async (step) => {
    const coverage = await step.read(null, context).then(
      (page) => page.coverage,
      (error: unknown) => [failed(step, error)],
    )
    return step.operations.filter(isOperation).map((operation) => {
      const told = coverage.find((one) => one.operation === operation)
      return toLine(operation, told)
    })
  })
  return lines.flat()
}

/** Tells of one call as of a step. */
export const testCall = (operation: AwsOperation, call: () => Promise<unknown>): Promise<SelfTestLine> =>
  call().then(
    () => line(operation, 'allowed', ''),
    (error: unknown) => toLine(operation, { operation, pages: 0, items: 0, error: told(error) }),
  )

const isOperation = (text: string): text is AwsOperation => text in OPERATIONS

function toLine(operation: AwsOperation, coverage: Coverage | undefined): SelfTestLine {
  const error = coverage?.error
  if (error) return line(operation, answerOf(error.cause), `${error.code}: ${error.message}`)
  const asked = coverage !== undefined && coverage.pages > 0
  return asked ? line(operation, 'allowed', '') : line(operation, 'unavailable', NOTHING_TO_ASK)
}

const line = (operation: AwsOperation, answer: SelfTestLine['answer'], detail: string): SelfTestLine => ({
  operation,
  permission: actionsOf(operation).join(', '),
  answer,
  detail,
})

const answerOf = (cause: UnknownCause): SelfTestLine['answer'] => (cause === 'not_collected' ? 'allowed' : cause)

const failed = (step: Step, error: unknown): Coverage => ({
  operation: error instanceof SourceError ? error.operation : step.operation,
  pages: 0,
  items: 0,
  error: told(error),
})

function told(error: unknown): NonNullable<Coverage['error']> {
  if (!(error instanceof SourceError)) throw error
  return { cause: error.unread, code: error.code, message: error.message }
}
