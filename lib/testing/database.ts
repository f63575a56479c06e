import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { ensureDatabase } from '@/lib/db/roles/embedded-roles'
import { databaseUrl } from '@/lib/db/roles/role-url'
import { withClient } from '@/lib/db/with-client'
import type { TestCluster } from './database-setup'

export type TestDatabase = {
  /** As the application: owns nothing, sees no tenant. `lib/db` already points here. */
  appUrl: string
  /** As the role that owns the tables. */
  ownerUrl: string
  /** A connection as the owner, to look into the catalogues; policies hold it as well. */
  owner: pg.Client
  /** As the superuser of the cluster, who is held by nothing. */
  setupUrl: string
  /** Closes every connection and drops the database; what is not closed goes with the run. */
  close(): Promise<void>
}

/**
 * A fresh migrated database for this test file, copied from the run's template, with `lib/db` pointed at it as the role
 * that owns nothing. Call it in `beforeAll`, and `close` in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster: TestCluster = inject('testCluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await withClient(cluster.setupUrl, (client) =>
    ensureDatabase(client, name, new URL(cluster.appUrl).pathname.slice(1)),
  )
  const [appUrl, ownerUrl] = [databaseUrl(cluster.appUrl, name), databaseUrl(cluster.ownerUrl, name)]
  const owner = new pg.Client({ connectionString: ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  useDatabase(appUrl)
  const close = async () => {
    await owner.end()
    await closeDatabase()
    await withClient(cluster.setupUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
  }
  return { appUrl, ownerUrl, owner, setupUrl: databaseUrl(cluster.setupUrl, name), close }
}
