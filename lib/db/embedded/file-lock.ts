import { linkSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { hasCode } from '@/lib/env'
import { readIfPresent } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import { isRunning, type ProcessIdentity, thisProcess } from './process-identity'

const Owner = z.object({ pid: z.number(), born: z.string() })
const POLL_MS = 40

/**
 * Runs `work` while no other process holds the lock file at `path`. A lock whose owner has died is taken over. Throws
 * `unavailable`, naming the owner, when it is not free within `patienceMs`.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, patienceMs = 300_000): Promise<T> {
  const deadline = Date.now() + patienceMs
  while (!tryTake(path)) {
    if (Date.now() > deadline) {
      throw new AppError('unavailable', {
        detail: `Process ${ownerOf(path)?.pid ?? 'unknown'} has held ${path} too long.`,
      })
    }
    await wait(POLL_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryTake(path: string): boolean {
  if (create(path)) return true
  if (isHeld(path)) return false
  removeStale(path)
  return create(path)
}

/** The name appears together with its content: a reader never sees a lock without an owner. */
function create(path: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(thisProcess()), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * Removes a dead owner's lock. Two processes may notice at once, and the slower one must not remove the lock the faster
 * one has just taken: whoever removes holds a second file and looks again.
 */
function removeStale(path: string): void {
  const guard = `${path}.stale`
  if (!create(guard)) {
    if (!isHeld(guard)) rmSync(guard, { force: true })
    return
  }
  try {
    if (!isHeld(path)) unlinkSync(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  } finally {
    rmSync(guard, { force: true })
  }
}

function isHeld(path: string): boolean {
  const owner = ownerOf(path)
  return owner !== null && isRunning(owner)
}

function ownerOf(path: string): ProcessIdentity | null {
  try {
    return Owner.parse(JSON.parse(readIfPresent(path) ?? 'null'))
  } catch {
    return null
  }
}
