import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { dataDir } from '../server/command-line'

/** Where the product answers with only one of its walls, and with none. */
export type WallServers = { rowSecurityAlone: string; scopingAlone: string; neither: string }

/** Starts them over the data of this run. Throws with what they said when they do not come up. */
export async function wallServers(): Promise<WallServers & { stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/isolation/serve-walls.ts', dataDir()], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part) => {
    said += part
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { ...(JSON.parse(line) as WallServers), stop }
  }
  throw new Error(`The servers did not come up. They said:\n${said}`)
}
