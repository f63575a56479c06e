import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { ensureEmbeddedRoles } from '@/lib/db/roles/embedded-roles'
import { OWNER_ROLE } from '@/lib/db/roles/role-password'
import { appUrl, roleUrl } from '@/lib/db/roles/role-url'
import { withClient } from '@/lib/db/with-client'
import { ensureDataDir } from '@/lib/env/data-dir'
import { binariesFor } from './binaries'
import { clusterHome } from './cluster-home'
import { connectionSettings, rememberPort, setupUrl } from './connection-settings'
import { withFileLock } from './file-lock'
import { addHolder, type Holder, removeHolder } from './holders'
import { dataIn, initialise } from './initialise'
import { type Postmaster, runningPostmaster, stopPostmaster } from './postmaster'
import { startPostmaster } from './start-postmaster'

export type AcquireOptions = {
  /** False only for tests: a crash may then lose everything. */
  durable?: boolean
  /** Gets one line for each thing a person should know, as where the files went. */
  say?: (line: string) => void
}

export type EmbeddedDatabase = {
  /** For migrations: the database as the role that owns it. */
  ownerUrl: string
  /** For everything else: the database as the role that owns nothing. */
  appUrl: string
  /** The cluster's superuser; for tests, which make databases of their own. */
  setupUrl: string
  /** Whether this call started the server; false when it was already running. */
  started: boolean
  /** Says that this process no longer needs the server. The last one to say so stops it. Repeating it does nothing. */
  release(): Promise<void>
}

const DATABASE = 'proofline'
const silent = () => {}
const lockIn = (folder: string) => join(folder, 'postgres.lock')

/**
 * The embedded Postgres of a data directory: made when there is none, started when it is not running, attached to when
 * another process started it, adopted when that process was killed. Everyone who calls this is counted as long as they
 * live, and the last to release stops the server, so nobody loses it under their work. Throws `unavailable`.
 */
export async function acquire(dataDir: string, options: AcquireOptions = {}): Promise<EmbeddedDatabase> {
  ensureDataDir(dataDir)
  const folder = realpathSync(dataDir)
  return withFileLock(lockIn(folder), async () => {
    const holder = addHolder(folder)
    try {
      const { server, started } = await serverOf(folder, options)
      const urls = await addresses(folder, server, started)
      return { ...urls, started, release: releaser(folder, holder, server) }
    } catch (error) {
      await leave(folder, holder)
      throw error
    }
  })
}

async function serverOf(folder: string, { durable = true, say = silent }: AcquireOptions) {
  const home = await clusterHome(folder, say)
  const running = await runningPostmaster(dataIn(home))
  if (running) return { server: running, started: false }
  const settings = connectionSettings(folder)
  const binaries = await binariesFor(home.account, say)
  await initialise(home, binaries, settings.password)
  const server = await startPostmaster(home, binaries, { wantedPort: settings.port, durable })
  rememberPort(folder, settings, server.port)
  return { server, started: true }
}

/**
 * The roles' passwords are derived from the superuser's, which lives as long as the cluster and in the same folder, so
 * that exchanging the installation's key locks nobody out. A server that was just started, or that refuses the owner,
 * gets its roles set right.
 */
async function addresses(folder: string, { port }: Postmaster, started: boolean) {
  const settings = connectionSettings(folder)
  const key = Buffer.from(settings.password)
  const ownerUrl = roleUrl(setupUrl(settings, port, DATABASE), OWNER_ROLE, key)
  if (started || !(await opens(ownerUrl))) await ensureEmbeddedRoles(setupUrl(settings, port), key, DATABASE)
  return { ownerUrl, appUrl: appUrl(ownerUrl, key), setupUrl: setupUrl(settings, port) }
}

const opens = (url: string): Promise<boolean> => withClient(url, async () => true).catch(() => false)

function releaser(folder: string, holder: Holder, server: Postmaster): () => Promise<void> {
  let released = false
  return async () => {
    if (released) return
    released = true
    // Whoever deleted the data directory meanwhile wants the server gone as well.
    if (existsSync(folder)) await withFileLock(lockIn(folder), () => leave(folder, holder))
    else await stopPostmaster(server)
  }
}

async function leave(folder: string, holder: Holder): Promise<void> {
  if (removeHolder(folder, holder).length > 0) return
  const server = await runningPostmaster(dataIn(await clusterHome(folder, silent)))
  if (server) await stopPostmaster(server)
}
