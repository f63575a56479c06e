import { freePort } from '@/e2e/server/free-port'
import { issueAccessToken } from '@/lib/auth/access-token'
import { ensureBuild } from '@/lib/cli/serve/build'
import { webSettings } from '@/lib/cli/serve/settings'
import { startWeb } from '@/lib/cli/serve/web-server'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { overrideEnv } from '@/lib/env'
import { paths } from '@/lib/queries/paths'
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
  stop: () => Promise<void>
}

/** The product over a database of this size, served as `npm start` does: the production build in its own process. */
export async function installation(database: BenchDatabase, size: Size): Promise<Installation> {
  const made = await fillOrganizations(database.setupUrl, size)
  const organizations = made.filter((_, at) => at % Math.ceil(made.length / ASKED) === 0)
  overrideEnv({ dataDir: database.folder, databaseUrl: database.appUrl, key: database.key })
  const tokens = await tokensFor(database, organizations)
  const web = await serve(database)
  const get = timedGet(web.url)
  return {
    organizations,
    overview: ({ slug, organizationId }) => get(paths.api.overview(slug), tokens.get(organizationId) ?? ''),
    stop: web.stop,
  }
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

async function serve({ appUrl, key }: BenchDatabase): Promise<{ url: string; stop: () => Promise<void> }> {
  await ensureBuild(
    (line) => process.stderr.write(`${line}\n`),
    () => {},
  )
  const port = await freePort()
  const url = `http://${HOST}:${port}`
  const settings = webSettings(appUrl, key, url)
  const web = await startWeb({ mode: 'start', host: HOST, port, settings, output: process.stderr }, () => {})
  return { url, stop: web.stop }
}
