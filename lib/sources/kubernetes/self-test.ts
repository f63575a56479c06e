import type { SelfTestLine } from '@/lib/model/connection'
import type { ReadContext, Step } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'

/** Reads the first page of each step once and says which of them the cluster refuses. Nothing read is kept. */
export async function selfTest(steps: readonly Step[], context: ReadContext): Promise<readonly SelfTestLine[]> {
  const lines: SelfTestLine[] = []
  for (const step of steps) lines.push(await lineOf(step, context))
  return lines
}

async function lineOf({ operation, read }: Step, context: ReadContext): Promise<SelfTestLine> {
  const line = { operation, permission: operation }
  try {
    const { resources, coverage } = await read(null, context)
    const error = coverage.find((one) => one.error && one.error.items === undefined)?.error
    if (error && error.cause !== 'not_collected') return { ...line, answer: error.cause, detail: error.message }
    const absent = resources.some(({ type, facts }) => type === 'k8s.api-group' && !facts.installed)
    return { ...line, answer: 'allowed', detail: absent ? 'Not installed in this cluster.' : '' }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const answer = error.unread === 'not_collected' ? 'unavailable' : error.unread
    return { ...line, answer, detail: error.message }
  }
}
