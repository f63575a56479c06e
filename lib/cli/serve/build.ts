import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withFileLock } from '@/lib/db/embedded/file-lock'
import { readIfPresent } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import { type ChildGroup, startNode } from './child-group'

export const NEXT = resolve('node_modules/next/dist/bin/next')

const BUILD = resolve('.next')
const MARK = join(BUILD, 'proofline-source')
const CACHE = resolve('node_modules/.cache')
/** A build is the same for everybody, so it learns nothing of this installation. */
const WITHOUT_SECRETS = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: undefined,
  PROOFLINE_KEY: undefined,
  PROOFLINE_KEY_FILE: undefined,
}

const isFresh = (hash: string) => existsSync(join(BUILD, 'BUILD_ID')) && readIfPresent(MARK) === hash

/**
 * Builds the pages when the sources have changed since the last build; two starts in one folder build once. `started`
 * gets the running build, so that a Ctrl-C can end it. Throws `unavailable` with the output when it fails.
 */
export async function ensureBuild(say: (line: string) => void, started: (build: ChildGroup) => void): Promise<void> {
  const { sourceHash } = await import('./source-hash')
  const hash = sourceHash(process.cwd())
  if (isFresh(hash)) return
  mkdirSync(CACHE, { recursive: true })
  await withFileLock(join(CACHE, 'proofline-build.lock'), async () => {
    if (isFresh(hash)) return
    say('Building the pages. This takes about a minute and happens after each change of the sources.')
    const build = startNode(NEXT, ['build'], WITHOUT_SECRETS)
    started(build)
    const output: string[] = []
    for (const stream of [build.process.stdout, build.process.stderr])
      stream?.on('data', (part) => output.push(String(part)))
    if ((await build.ended) !== 0)
      throw new AppError('unavailable', { detail: `The build failed.\n${output.join('')}` })
    writeFileSync(MARK, hash)
  })
}
