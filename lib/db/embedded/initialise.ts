import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@/lib/kernel/app-error'
import type { Binaries } from './binaries'
import type { ClusterHome } from './cluster-home'
import { runCommand } from './run-command'

/** The superuser of an embedded cluster; used to set up roles and databases, by nothing that serves. */
export const SETUP_ROLE = 'proofline_setup'

export const dataIn = (home: ClusterHome): string => join(home.path, 'data')

const DRAFT = /^(data|password)\./

/**
 * Makes an empty cluster unless there is one. It is made aside and renamed, so one that was cut short is never mistaken
 * for a database. Text sorts by code point on every machine (builtin C.UTF-8), independent of the locales installed.
 */
export async function initialise(home: ClusterHome, binaries: Binaries, password: string): Promise<void> {
  if (existsSync(dataIn(home))) return
  for (const name of readdirSync(home.path).filter((name) => DRAFT.test(name))) {
    rmSync(join(home.path, name), { recursive: true, force: true, maxRetries: 5 })
  }
  const mark = randomBytes(4).toString('hex')
  const passwordFile = join(home.path, `password.${mark}`)
  const draft = join(home.path, `data.${mark}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid)
  const args = [`--pgdata=${draft}`, `--username=${SETUP_ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const { ok, output } = await runCommand(binaries.initdb, [...args, ...locale], home.account)
  rmSync(passwordFile, { force: true })
  if (!ok) throw new AppError('unavailable', { detail: `PostgreSQL could not make its database: ${output}` })
  renameSync(draft, dataIn(home))
}
