import { freePort } from '@/e2e/server/free-port'
import { ensureBuild } from '@/lib/cli/serve/build'
import { webSettings } from '@/lib/cli/serve/settings'
import { startWeb } from '@/lib/cli/serve/web-server'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { overrideEnv } from '@/lib/env'
import { paths } from '@/lib/queries/paths'
import { issueAccessToken } from '@/lib/testing/access-token'
import { afterwards } from './afterwards'
import type { BenchDatabase } from './bench-database'
import { fillOrganizations, type Made, type Size } from './fill-organizations'
import { timedGet } from './timed-get'

const HOST = '127.0.0.1'
const TOKEN_SECONDS = 3600
/** As many different organizations are asked; a token speaks for one of them. */
const ASKED = 200

export type Installation = {
  organizations: Made[]
  /** Asks the API for an organization's overview and gives the milliseconds until its last byte. */
  overview: (organization: Made) => Promise<number>
}

/**
 * Runs `work` with the product over a database of this size, served as `npm start` does: the production build in a
 * process of its own.
 */
export async function withInstallation<T>(
  database: BenchDatabase,
  size: Size,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const made = await fillOrganizations(database.setupUrl, size)
  const organizations = made.filter((_, at) => at % Math.ceil(made.length / ASKED) === 0)
  overrideEnv({ dataDir: database.folder, databaseUrl: database.appUrl, keys: [database.key] })
  const tokens = await tokensFor(database, organizations)
  return serving(database, (origin) => {
    const get = timedGet(origin)
    const overview = ({ slug, organizationId }: Made) =>
      get(paths.api.overview(slug), { authorization: `Bearer ${tokens.get(organizationId) ?? ''}` })
    return work({ organizations, overview })
  })
}

async function tokensFor({ appUrl }: BenchDatabase, organizations: readonly Made[]): Promise<Map<string, string>> {
  const tokens = new Map<string, string>()
  useDatabase(appUrl)
  for (const { organizationId } of organizations) {
    tokens.set(organizationId, await issueAccessToken({ organizationId, role: 'viewer', ttlSeconds: TOKEN_SECONDS }))
  }
  await closeDatabase()
  return tokens
}

/** Runs `work` with the production build over this database, which `env()` has to know, in a process of its own. */
export async function serving<T>({ appUrl }: BenchDatabase, work: (origin: string) => Promise<T>): Promise<T> {
  const port = await freePort()
  const url = `http://${HOST}:${port}`
  const settings = { ...webSettings(appUrl, url), PROOFLINE_RATE_PER_MINUTE: '1000000' }
  const stops: (() => Promise<void>)[] = []
  const started = ({ stop }: { stop: () => Promise<void> }) => void stops.unshift(stop)
  return afterwards(
    () => Promise.all(stops.map((stop) => stop())),
    async () => {
      await ensureBuild((line) => process.stderr.write(`${line}\n`), started)
      await startWeb({ mode: 'start', host: HOST, port, settings, output: process.stderr }, started)
      return work(url)
    },
  )
}
