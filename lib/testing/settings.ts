import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { overrideEnv } from '@/lib/env'

let dataDir: string | undefined

/** Gives this process a key and a data directory of its own, once; the directory goes with the process. */
export function testSettings(): { dataDir: string } {
  if (dataDir === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'proofline-test-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    overrideEnv({ dataDir: made, key: randomBytes(32), url: 'http://localhost:3000' })
    dataDir = made
  }
  return { dataDir }
}
