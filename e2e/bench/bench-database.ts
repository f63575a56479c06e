import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquire } from '@/lib/db/embedded/acquire'
import { migrate } from '@/lib/db/migrate'
import { databaseUrl } from '@/lib/db/roles/role-url'

/** `setupUrl` is the superuser's way into the same database: no wall holds it, and it serves to fill tables quickly. */
export type BenchDatabase = { ownerUrl: string; appUrl: string; setupUrl: string; key: Buffer; folder: string }

/** Runs `work` on a migrated Postgres of its own, as durable as a real one, and removes everything afterwards. */
export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-bench-'))
  // Root's Postgres is another user, who has to pass through.
  chmodSync(folder, 0o711)
  const key = randomBytes(32)
  try {
    const { ownerUrl, appUrl, setupUrl, release } = await acquire(folder, { key })
    try {
      await migrate(ownerUrl)
      const inside = databaseUrl(setupUrl, new URL(ownerUrl).pathname.slice(1))
      return await work({ ownerUrl, appUrl, setupUrl: inside, key, folder })
    } finally {
      await release()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
