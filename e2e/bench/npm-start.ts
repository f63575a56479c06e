import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/e2e/server/free-port'

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
  stop: () => Promise<void>
}

/** Runs `work` with an empty data directory, which is removed afterwards. */
export async function withDataDir<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'proofline-bench-'))
  // Root's Postgres is another user, who has to pass through.
  chmodSync(dir, 0o711)
  try {
    return await work(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** `npm start` over a data directory, as a person types it. Throws with what it printed when it does not become ready. */
export async function npmStart(dataDir: string): Promise<Started> {
  const port = String(await freePort())
  const began = performance.now()
  const child = spawn('npm', ['start', '--', '--data', dataDir, '--port', port], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const printed = await readyText(child)
    const seconds = (performance.now() - began) / 1000
    const [url, link] = [READY.exec(printed)?.[1] ?? '', FIRST_LINK.exec(printed)?.[1] ?? '']
    return { url, link, seconds, stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw error
  }
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
