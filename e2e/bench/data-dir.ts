import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterwards } from './afterwards'

/** Runs `work` with an empty directory, which is removed afterwards with everything in it. */
export function withDataDir<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-bench-'))
  // Root's Postgres is another user, who has to pass through.
  chmodSync(folder, 0o711)
  return afterwards(
    () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
    () => work(folder),
  )
}
