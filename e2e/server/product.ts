import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A first start installs a database, loads the study and builds the application. */
const READY_WITHIN_MS = 600_000
const STOPPED_WITHIN_MS = 30_000
const READY = /^Proofline ready at (http:\/\/\S+)/m

/** A running product: where it answers, what it printed so far, and how to end it as Ctrl-C does. */
export type Product = { url: string; output: () => string; stop: () => Promise<void> }

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

// The product is a group of processes; Ctrl-C reaches all of them, so must we.
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid !== undefined && !hasEnded(child)) process.kill(-child.pid, name)
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  const lastResort = setTimeout(() => signal(child, 'SIGKILL'), STOPPED_WITHIN_MS)
  signal(child, 'SIGINT')
  await ended
  clearTimeout(lastResort)
}

function waitUntilReady(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The product ${why}. It printed:\n${output()}`))
    const late = setTimeout(() => fail('was not ready in time'), READY_WITHIN_MS)
    child.once('exit', (code) => {
      clearTimeout(late)
      fail(`ended with ${code} before it was ready`)
    })
    child.stdout?.on('data', () => {
      const url = READY.exec(output())?.[1]
      if (!url) return
      clearTimeout(late)
      resolve(url)
    })
  })
}

/** Runs `npm start` with these options and waits for its ready line. Throws with its output when that does not come. */
export async function launch(options: readonly string[]): Promise<Product> {
  const child = spawn(process.execPath, ['lib/cli/bootstrap.mjs', 'start', ...options], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PROOFLINE_RATE_PER_MINUTE: '1000000', ...process.env },
  })
  let printed = ''
  const keep = (part: Buffer) => {
    printed += part
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const output = () => printed
  try {
    return { url: await waitUntilReady(child, output), output, stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw error
  }
}
