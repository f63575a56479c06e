import { spawn } from 'node:child_process'
import { freePort } from '@/e2e/server/free-port'
import { findMoto } from '@/lib/cli/moto'
import { childEnvironment } from '@/lib/env'

const READY_MS = 60_000
const POLL_MS = 200

export type Moto = { url: string; stop: () => Promise<void> }

/** AWS as moto plays it, on a port of its own. Any access key opens an account, and a role's ARN says which. */
export async function startMoto(): Promise<Moto> {
  const found = await findMoto()
  if ('absent' in found) throw new Error(found.absent)
  const port = await freePort()
  // Certificates are issued at once.
  const env = childEnvironment({ MOTO_ACM_VALIDATION_WAIT: '0' })
  const server = spawn(found.moto, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', env })
  const url = `http://127.0.0.1:${port}`
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  const stop = async () => {
    server.kill()
    await ended
  }
  const until = performance.now() + READY_MS
  for (;;) {
    const answer = await fetch(`${url}/moto-api/data.json`).catch(() => null)
    if (answer?.ok) return { url, stop }
    if (performance.now() > until || server.exitCode !== null) {
      await stop()
      throw new Error('moto did not come up')
    }
    await new Promise((done) => setTimeout(done, POLL_MS))
  }
}
