import { existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readIfPresent } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import type { Binaries } from './binaries'
import type { ClusterHome } from './cluster-home'
import { freePort } from './free-port'
import { dataIn } from './initialise'
import { type Postmaster, runningPostmaster } from './postmaster'
import { runCommand } from './run-command'

/** `durable: false` trades safety against a crash for speed and is for databases of tests only. */
export type ServerOptions = { wantedPort: number | null; durable: boolean }

const ATTEMPTS = 5
const PAUSE_MS = 400
const LOG_LIMIT = 10_000_000
const MODEST = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log of a server must not become a second, unguarded copy of its records: no statements, no values.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

/** Starts the server of an initialised cluster and returns it when it takes connections. Throws `unavailable`. */
export async function startPostmaster(
  home: ClusterHome,
  binaries: Binaries,
  options: ServerOptions,
): Promise<Postmaster> {
  const log = join(home.path, 'server.log')
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`)
  let port = await freePort(options.wantedPort)
  for (let attempt = 1; ; attempt += 1) {
    const seen = readIfPresent(log)?.length ?? 0
    const args = ['start', '--wait', '--timeout=300', '-D', dataIn(home), '-l', log, '-o', flags(port, options.durable)]
    const { ok } = await runCommand(binaries.pgCtl, args, home.account)
    const server = await runningPostmaster(dataIn(home))
    if (server) return server
    const said = (readIfPresent(log) ?? '').slice(seen).trim()
    if (ok || attempt === ATTEMPTS) throw didNotStart(said, log)
    // Someone took the port meanwhile, or processes of a server that was killed are still on their way out.
    port = await freePort(null)
    await wait(PAUSE_MS)
  }
}

function flags(port: number, durable: boolean): string {
  const settings = Object.entries({ port: String(port), ...MODEST, ...(durable ? {} : FORGETFUL) })
  return settings.map(([name, value]) => `-c ${name}=${value}`).join(' ')
}

function didNotStart(said: string, log: string): AppError {
  const reason = said.split('\n').find((line) => /FATAL|PANIC/.test(line)) ?? said.split('\n').at(-1) ?? ''
  return new AppError('unavailable', {
    detail: `PostgreSQL did not start: ${reason || 'it said nothing'} (log: ${log})`,
  })
}
