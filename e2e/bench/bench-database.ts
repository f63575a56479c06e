import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquire } from '@/lib/db/embedded/acquire'
import { migrate } from '@/lib/db/migrate'

export type BenchDatabase = { ownerUrl: string; appUrl: string; folder: string }

/** Runs `work` on a migrated Postgres of its own, as durable as a real one, and removes everything afterwards. */
export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-bench-'))
  // Root's Postgres is another user, who has to pass through.
  chmodSync(folder, 0o711)
  try {
    const { ownerUrl, appUrl, release } = await acquire(folder, { key: randomBytes(32) })
    try {
      await migrate(ownerUrl)
      return await work({ ownerUrl, appUrl, folder })
    } finally {
      await release()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
