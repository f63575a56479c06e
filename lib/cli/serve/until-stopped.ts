import { remark } from '@/lib/cli/answering'
import { failureText } from '@/lib/cli/failure'
import { stopRequest } from './stop-request'

/** Notes how to undo something, before it is done: what was half done when a Ctrl-C came must be undone as well. */
export type Undo = (step: () => Promise<unknown>) => void

/**
 * Runs `work` until it ends by itself or somebody wants it to stop, which is success (0). In both cases, and after a
 * failure, everything is undone in reverse order; one step that fails does not keep the others from running.
 */
export async function untilStopped(
  work: (undo: Undo) => Promise<number>,
  complain: (line: string) => void = remark,
): Promise<number> {
  const steps: (() => Promise<unknown>)[] = []
  try {
    return await Promise.race([work((step) => steps.unshift(step)), stopRequest().then(() => 0)])
  } finally {
    for (const step of steps) await step().catch((error: unknown) => complain(failureText(error, false)))
  }
}
