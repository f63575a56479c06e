import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '@/e2e/server/free-port'
import { afterwards } from './afterwards'

const READY = /^Proofline ready at (http:\/\/\S+)/m
const FIRST_LINK = /^ {2}.*: (http\S+)$/m
const READY_WITHIN_MS = 600_000
const STOPPED_WITHIN_MS = 30_000

export type Started = {
  url: string
  /** From the command to its ready line. */
  seconds: number
  /** The first of the one-time links it printed. */
  link: string
}

/**
 * `npm start` over a data directory, as a person types it, and `work` once it is ready; stopped afterwards. Throws with what
 * it printed when it does not become ready.
 */
export async function npmStart<T>(dataDir: string, work: (started: Started) => Promise<T>): Promise<T> {
  const port = String(await freePort())
  const began = performance.now()
  const child = spawn('npm', ['start', '--', '--data', dataDir, '--port', port], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PROOFLINE_RATE_PER_MINUTE: '1000000', ...process.env },
  })
  return afterwards(
    () => stop(child),
    async () => {
      const printed = await readyText(child)
      const seconds = (performance.now() - began) / 1000
      return work({ url: READY.exec(printed)?.[1] ?? '', link: FIRST_LINK.exec(printed)?.[1] ?? '', seconds })
    },
  )
}

/** What it printed up to its last sign-in link, which comes in one piece with the ready line. */
function readyText(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const fail = (why: string) => reject(new Error(`npm start ${why}. It printed:\n${printed}`))
    const late = setTimeout(() => fail('was not ready in time'), READY_WITHIN_MS)
    child.once('error', (error) => fail(`did not run: ${error.message}`))
    child.once('exit', (code) => fail(`ended with ${code}`))
    const read = (part: Buffer) => {
      printed += part
      if (!READY.test(printed)) return
      clearTimeout(late)
      resolve(printed)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
  })
}

/** Ctrl-C reaches the whole group; it is over when npm has ended. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const { pid } = child
  const ended = once(child, 'exit')
  const lastResort = setTimeout(() => process.kill(-pid, 'SIGKILL'), STOPPED_WITHIN_MS)
  process.kill(-pid, 'SIGINT')
  await ended
  clearTimeout(lastResort)
}
