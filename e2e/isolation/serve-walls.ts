import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { webSettings } from '@/lib/cli/serve/settings'
import { untilStopped } from '@/lib/cli/serve/until-stopped'
import { startWeb } from '@/lib/cli/serve/web-server'
import { acquire } from '@/lib/db/embedded/acquire'
import { overrideEnv } from '@/lib/env'
import { unwalledUrl } from '@/lib/testing/without-row-security'
import { freePort } from '../server/free-port'
import type { WallServers } from './wall-servers'

const HOST = '127.0.0.1'
const FORGETFUL = pathToFileURL(resolve('e2e/isolation/forget-scoping.mjs')).href

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
    await startWeb({ mode: 'start', host: HOST, port, settings, output: process.stderr }, ({ stop }) => undo(stop))
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
