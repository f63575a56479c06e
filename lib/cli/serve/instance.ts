import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { withFileLock } from '@/lib/db/embedded/file-lock'
import { identityOf, isRunning, thisProcess } from '@/lib/db/embedded/process-identity'
import { ensureDataDir } from '@/lib/env/data-dir'
import { readIfPresent, writePrivateFile } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import { signalGroup } from './child-group'

const Process = z.object({ pid: z.number(), born: z.string() })
const Instance = Process.extend({ url: z.string().nullable(), web: Process.nullable() })
type Instance = z.infer<typeof Instance>

const POLL_MS = 50
const FORCE_AFTER_MS = 3_000

export type Claim = {
  /** Writes down where we serve and by which process, for the next start and for whoever asks. */
  publish(url: string, webPid: number): void
  release(): void
}

/**
 * Makes this process the one that serves from a data directory. A server that a killed start left behind is ended first:
 * the record names it by pid and birth, so that nobody else's process is hit. Throws `conflict`, with the address, when
 * another start is alive.
 */
export async function claimInstance(dataDir: string): Promise<Claim> {
  ensureDataDir(dataDir)
  const file = join(dataDir, 'start.json')
  const write = (url: string | null, web: Instance['web']) =>
    writePrivateFile(file, JSON.stringify({ ...thisProcess(), url, web }))
  await withFileLock(join(dataDir, 'start.lock'), async () => {
    const before = read(file)
    if (before && isRunning(before)) throw alreadyRunning(before, dataDir)
    if (before?.web) await endOrphan(before.web)
    write(null, null)
  })
  return {
    publish: (url, webPid) => write(url, identityOf(webPid)),
    release: () => rmSync(file, { force: true }),
  }
}

/** Where the start that is alive in this data directory serves; null when none does. */
export function servedAt(dataDir: string): string | null {
  const instance = read(join(dataDir, 'start.json'))
  return instance && isRunning(instance) ? instance.url : null
}

function alreadyRunning({ pid, url }: Instance, dataDir: string): AppError {
  const where = url ? `at ${url}` : 'and still starting'
  return new AppError('conflict', {
    detail: `Proofline is already running ${where} (process ${pid}) with the data directory ${dataDir}.`,
  })
}

async function endOrphan(web: z.infer<typeof Process>): Promise<void> {
  const began = Date.now()
  while (isRunning(web)) {
    signalGroup(web.pid, Date.now() - began > FORCE_AFTER_MS ? 'SIGKILL' : 'SIGTERM')
    await wait(POLL_MS)
  }
}

function read(file: string): Instance | null {
  try {
    return Instance.parse(JSON.parse(readIfPresent(file) ?? 'null'))
  } catch {
    return null
  }
}
