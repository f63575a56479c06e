import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { NEXT } from '@/lib/cli/serve/build'
import { startNode } from '@/lib/cli/serve/child-group'
import { webSettings } from '@/lib/cli/serve/settings'
import { untilStopped } from '@/lib/cli/serve/until-stopped'
import { acquire } from '@/lib/db/embedded/acquire'
import { overrideEnv } from '@/lib/env'
import { unwalledUrl } from '@/lib/testing/without-row-security'
import { freePort } from '../server/free-port'
import type { WallServers } from './wall-servers'

const HOST = '127.0.0.1'
const FORGETFUL = pathToFileURL(resolve('lib/testing/forget-scoping.mjs')).href

/** Lives, which is less than ready: a product that finds no second wall says that it is not ready, and rightly so. */
async function answering(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/health/live`).catch(() => null)
  if (answer?.ok) return
  await wait(100)
  return answering(url)
}

// The same product over the same data three more times: with one wall only, each in turn, and with none. Prints where
// each answers and serves until it is told to stop.
const [data = ''] = process.argv.slice(2)
overrideEnv({ dataDir: resolve(data) })
const { appUrl, setupUrl, release } = await acquire(resolve(data))
const open = new URL(setupUrl)
open.pathname = new URL(appUrl).pathname
const unwalled = await unwalledUrl(open.href)

const code = await untilStopped(async (undo) => {
  undo(release)
  const serve = async (databaseUrl: string, before: Record<string, string> = {}): Promise<string> => {
    const port = await freePort()
    const url = `http://${HOST}:${port}`
    const settings = { ...webSettings(databaseUrl, url), ...before }
    const web = startNode(NEXT, ['start', '-p', String(port), '-H', HOST], {
      NODE_ENV: 'production',
      PROOFLINE_RATE_PER_MINUTE: '1000000',
      ...settings,
    })
    undo(() => web.stop())
    for (const output of [web.process.stdout, web.process.stderr]) output?.pipe(process.stderr)
    await answering(url)
    return url
  }
  const forgetful = { NODE_OPTIONS: `--import ${FORGETFUL}` }
  const servers: WallServers = {
    rowSecurityAlone: await serve(appUrl, forgetful),
    scopingAlone: await serve(unwalled),
    neither: await serve(unwalled, forgetful),
  }
  process.stdout.write(`${JSON.stringify(servers)}\n`)
  return new Promise(() => {})
})
process.exit(code)
