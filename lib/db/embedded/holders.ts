import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readIfPresent, writePrivateFile } from '@/lib/env/private-file'
import { isRunning, thisProcess } from './process-identity'

const Holder = z.object({ id: z.string(), pid: z.number(), born: z.string() })
const Holders = z.array(Holder)
export type Holder = z.infer<typeof Holder>

const fileOf = (dataDir: string) => join(dataDir, 'postgres.users.json')

/**
 * Everybody who uses the embedded server and still lives; the last to leave stops it. The dead are left out, so whoever
 * was killed keeps nothing alive. Read and written only under the data directory's lock.
 */
export function holdersOf(dataDir: string): Holder[] {
  const parsed = Holders.safeParse(parseJson(readIfPresent(fileOf(dataDir)) ?? '[]'))
  return parsed.success ? parsed.data.filter(isRunning) : []
}

export function addHolder(dataDir: string): Holder {
  const holder = { id: randomUUID(), ...thisProcess() }
  write(dataDir, [...holdersOf(dataDir), holder])
  return holder
}

/** Takes a holder off the list and returns who is left. */
export function removeHolder(dataDir: string, holder: Holder): Holder[] {
  const left = holdersOf(dataDir).filter(({ id }) => id !== holder.id)
  write(dataDir, left)
  return left
}

const write = (dataDir: string, holders: readonly Holder[]) =>
  writePrivateFile(fileOf(dataDir), JSON.stringify(holders))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
