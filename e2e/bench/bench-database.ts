import { randomBytes } from 'node:crypto'
import { acquire } from '@/lib/db/embedded/acquire'
import { migrate } from '@/lib/db/migrate'
import { databaseUrl } from '@/lib/db/roles/role-url'
import { afterwards } from './afterwards'
import { withDataDir } from './data-dir'

/** `setupUrl` is the superuser's way into the same database: no wall holds it, and it serves to fill tables quickly. */
export type BenchDatabase = { ownerUrl: string; appUrl: string; setupUrl: string; key: Buffer; folder: string }

/** Runs `work` on a migrated Postgres of its own, as durable as a real one, and removes everything afterwards. */
export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  return withDataDir(async (folder) => {
    const key = randomBytes(32)
    const { ownerUrl, appUrl, setupUrl, release } = await acquire(folder)
    return afterwards(release, async () => {
      await migrate(ownerUrl)
      const inside = databaseUrl(setupUrl, new URL(ownerUrl).pathname.slice(1))
      return work({ ownerUrl, appUrl, setupUrl: inside, key, folder })
    })
  })
}
