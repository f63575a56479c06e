import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { knownSecrets } from '@/lib/env/known-secrets'
import { type ChildGroup, startNode } from './child-group'
import { redactedLines } from './redacted-lines'

const MAIN = resolve('lib/cli/main.ts')
/** Nothing compiles the command line before it runs. */
const LOADER = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** One that lived so long did not end because it cannot start. */
const SETTLED_MS = 60_000

type Options = {
  /** The environment of the worker, on top of ours: what opens a cloud here opens it there. */
  settings: Readonly<Record<string, string | undefined>>
  say: (line: string) => void
}

/**
 * Keeps one worker running beside the web server: one that ends is started again, after a pause that grows while it ends
 * at once. What it leaves half done, the next goes on with. `stop` lets it give back what it reads.
 */
export function keepWorker({ settings, say }: Options): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let current: ChildGroup | undefined
  const keeping = (async () => {
    for (let pauseMs = FIRST_PAUSE_MS; !stopping.signal.aborted; ) {
      const begun = performance.now()
      current = start(settings)
      const code = await current.ended
      if (stopping.signal.aborted) return
      if (performance.now() - begun > SETTLED_MS) pauseMs = FIRST_PAUSE_MS
      say(`The worker has ended (${code}) and is started again.`)
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await current?.stop()
      await keeping
    },
  }
}

function start(settings: Options['settings']): ChildGroup {
  const worker = startNode(MAIN, ['worker'], settings, [LOADER])
  worker.process.stdout?.resume()
  worker.process.stderr?.pipe(redactedLines(knownSecrets())).pipe(process.stderr, { end: false })
  return worker
}
