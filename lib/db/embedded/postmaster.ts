import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readIfPresent } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import { bornAt, commandLine } from './process-identity'

export type Postmaster = { pid: number; port: number; status: string }

const POLL_MS = 25
/** After a crash Postgres replays its log before it takes anyone in, which can take minutes on a slow disk. */
const RECOVERY_MS = 300_000
const SMART_MS = 3_000
const FAST_MS = 60_000
const LAST_MS = 10_000

/** What postmaster.pid says, line by line: pid, data directory, start, port, socket directory, address, key, status. */
export function parsePidFile(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim())
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 ? { pid, port, status: lines[7] ?? '' } : null
}

/**
 * The server that runs on this data directory, whoever started it, once it takes connections; null when there is none.
 * A pid file that a dead server left behind is removed when its number now belongs to another program: Postgres itself
 * would take that program for a living server and refuse to start.
 */
export async function runningPostmaster(data: string): Promise<Postmaster | null> {
  const deadline = Date.now() + RECOVERY_MS
  for (;;) {
    const file = join(data, 'postmaster.pid')
    const text = readIfPresent(file)
    const found = text === null ? null : parsePidFile(text)
    if (!found) return null
    if (bornAt(found.pid) === null) return null
    if (isAnotherProgram(found.pid, data)) {
      rmSync(file, { force: true })
      return null
    }
    if (found.status === 'ready') return found
    if (Date.now() > deadline)
      throw new AppError('unavailable', { detail: `PostgreSQL in ${data} is still ${found.status}.` })
    await wait(POLL_MS)
  }
}

function isAnotherProgram(pid: number, data: string): boolean {
  const line = commandLine(pid)
  return line !== null && !`${line} `.includes(`-D ${data} `)
}

/** Stops a server: first letting clients finish, then disconnecting them, at last without a checkpoint. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const steps = [
    ['SIGTERM', SMART_MS],
    ['SIGINT', FAST_MS],
    ['SIGQUIT', LAST_MS],
  ] as const
  for (const [signal, patienceMs] of steps) {
    if (bornAt(pid) === null) return
    process.kill(pid, signal)
    if (await ended(pid, patienceMs)) return
  }
  throw new AppError('unavailable', { detail: `PostgreSQL (process ${pid}) does not stop.` })
}

async function ended(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs
  while (bornAt(pid) !== null) {
    if (Date.now() > deadline) return false
    await wait(POLL_MS)
  }
  return true
}
