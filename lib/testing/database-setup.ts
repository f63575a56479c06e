import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { acquire } from '@/lib/db/embedded/acquire'
import { clusterHome } from '@/lib/db/embedded/cluster-home'
import { holdersOf } from '@/lib/db/embedded/holders'
import { dataIn } from '@/lib/db/embedded/initialise'
import { runningPostmaster, stopPostmaster } from '@/lib/db/embedded/postmaster'
import { migrate } from '@/lib/db/migrate'

/** Addresses of the migrated database that every test database is a copy of, and a folder that goes with the run. */
export type TestCluster = { setupUrl: string; ownerUrl: string; appUrl: string; folder: string }

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster
  }
}

const PREFIX = 'proofline-cluster-'
const ABANDONED_MS = 10 * 60_000
const silent = () => {}

/** One Postgres for the whole run, forgetful and fast, with one migrated database to copy from. Returns the teardown. */
export async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  await destroyAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX))
  // Root's Postgres is another user, who has to pass through.
  chmodSync(dataDir, 0o711)
  try {
    const { setupUrl, ownerUrl, appUrl } = await acquire(dataDir, { durable: false })
    await migrate(ownerUrl)
    provide('testCluster', { setupUrl, ownerUrl, appUrl, folder: dataDir })
  } catch (error) {
    await destroy(dataDir)
    throw error
  }
  return () => destroy(dataDir)
}

/** Stops the server of a data directory whoever uses it, and removes everything. */
async function destroy(dataDir: string): Promise<void> {
  const home = await clusterHome(dataDir, silent)
  const server = await runningPostmaster(dataIn(home))
  if (server) await stopPostmaster(server)
  for (const path of [home.path, dataDir]) rmSync(path, { recursive: true, force: true, maxRetries: 5 })
}

/** A run that was killed outright leaves a server behind; the next one ends it. */
async function destroyAbandoned(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX))
  for (const dataDir of names.map((name) => join(tmpdir(), name))) {
    const age = Date.now() - (statSync(dataDir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > ABANDONED_MS && holdersOf(dataDir).length === 0) await destroy(dataDir).catch(silent)
  }
}
