import { remark } from '@/lib/cli/answering'
import { type SignInLink, seedWhenEmpty, signInLinks } from '@/lib/cli/start-hooks'
import { enter } from '@/lib/cli/with-database'
import { closeDatabase } from '@/lib/db/client'
import { openDatabase } from '@/lib/db/open-database'
import { env, overrideEnv } from '@/lib/env'
import { ensureBuild } from './build'
import { claimInstance } from './instance'
import { openPort } from './open-port'
import { webSettings } from './settings'
import { type Undo, untilStopped } from './until-stopped'
import { startWeb, type WebOptions } from './web-server'
import { keepWorker } from './worker-process'

export type AppOptions = Pick<WebOptions, 'mode' | 'host'> & { wantedPort: number; empty: boolean; json: boolean }

/**
 * Everything behind `npm start` and `npm run dev`: claims the data directory, opens and migrates the database, loads the
 * demo study into an empty one, builds, serves, keeps a worker and prints where. Ends, and takes everything it started with it, when it
 * is told to or the web server ends. Returns the exit code.
 */
export async function runApp(options: AppOptions): Promise<number> {
  const code = await untilStopped((undo) => serve(options, undo))
  if (code !== 0) remark('The web server has ended.')
  return code
}

async function serve(options: AppOptions, undo: Undo): Promise<number> {
  const say = options.json ? remark : print
  const claim = await claimInstance(env().dataDir)
  undo(async () => claim.release())
  const built = options.mode === 'start' ? ensureBuild(say, (build) => undo(build.stop)) : Promise.resolve()
  await Promise.all([built, prepareDatabase(options.empty, say, undo)])
  const port = await openPort(options.wantedPort, options.host)
  const local = `http://localhost:${port}`
  const { url } = overrideEnv({ port, url: env().urlIsGiven ? env().url : local })
  const settings = webSettings(env().databaseUrl ?? '', url)
  const output = options.json ? process.stderr : process.stdout
  const web = await startWeb({ ...options, port, settings, output }, (started) => {
    undo(started.stop)
    claim.publish(local, started.pid)
  })
  undo(keepWorker({ settings, say: remark }).stop)
  announce(local, await signInLinks(url), options.json)
  await web.ended
  return 1
}

async function prepareDatabase(empty: boolean, say: (line: string) => void, undo: Undo): Promise<void> {
  const opening = openDatabase(env(), say)
  undo(async () => {
    await closeDatabase()
    await (await opening.catch(() => null))?.release()
  })
  const { appUrl, applied } = await opening
  if (applied.length > 0) say(`Applied ${applied.length} migration(s).`)
  enter(appUrl)
  const made = empty ? 0 : await seedWhenEmpty()
  if (made > 0) say(`Loaded the demo study: ${made} synthetic organizations.`)
}

function announce(url: string, links: readonly SignInLink[], json: boolean): void {
  const people = links.map((link) => `\n  ${link.label}: ${link.url}`).join('')
  print(json ? JSON.stringify({ url, signIn: links }) : `Proofline ready at ${url}${people}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
