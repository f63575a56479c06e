import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { overrideEnv } from '@/lib/env'

let dataDir: string | undefined

/** Gives this process a key and a data directory of its own, once; the directory goes with the run. */
export function testSettings(): { dataDir: string } {
  if (dataDir === undefined) {
    const made = mkdtempSync(join(inject('testCluster').folder, 'files-'))
    overrideEnv({ dataDir: made, keys: [randomBytes(32)], url: 'http://localhost:3000' })
    dataDir = made
  }
  return { dataDir }
}
