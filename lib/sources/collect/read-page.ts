import type { Cursor, FactPage, ReadContext, Step } from './collector'
import { SourceError } from './source-error'

/** A page that is not there after so long is asked for again. */
const PATIENCE_MS = 120_000

type Reading = { pace: ReadContext['pace']; signal: AbortSignal; patienceMs: number }

/**
 * Reads one page, for at most `patienceMs` and until the signal ends it, whether or not the step listens: a read that is
 * not answered is `unavailable`. Throws SourceError, the signal's reason, or whatever is wrong in the step itself.
 */
export async function readPage(step: Step, cursor: Cursor, { pace, signal, patienceMs }: Reading): Promise<FactPage> {
  const late = AbortSignal.timeout(Math.max(1, Math.min(patienceMs, PATIENCE_MS)))
  const both = AbortSignal.any([signal, late])
  const context: ReadContext = { signal: both, pace: () => pace().then(() => both.throwIfAborted()) }
  try {
    return await orAborted(step.read(cursor, context), both)
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (!late.aborted) throw error
    const message = 'no answer in time'
    throw new SourceError({ unread: 'unavailable', operation: step.operation, code: 'Timeout', message, cause: error })
  }
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // A read that is given up may still fail later, and nobody is left to hear of it.
  work.catch(() => {})
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
