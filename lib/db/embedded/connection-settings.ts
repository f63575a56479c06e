import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readOrCreatePrivateFile, writePrivateFile } from '@/lib/env/private-file'
import { AppError } from '@/lib/kernel/app-error'
import { SETUP_ROLE } from './initialise'

const Settings = z.object({ password: z.string().min(1), port: z.number().nullable() })
/** The superuser's password and the port of the last start, so that the address stays the same where it can. */
export type ConnectionSettings = z.infer<typeof Settings>

const fileIn = (dataDir: string) => join(dataDir, 'postgres.json')

export function connectionSettings(dataDir: string): ConnectionSettings {
  const fresh = { password: randomBytes(24).toString('base64url'), port: null }
  const text = readOrCreatePrivateFile(fileIn(dataDir), () => JSON.stringify(fresh))
  try {
    return Settings.parse(JSON.parse(text))
  } catch (cause) {
    throw new AppError('unavailable', { detail: `The file ${fileIn(dataDir)} is damaged.`, cause })
  }
}

export function rememberPort(dataDir: string, settings: ConnectionSettings, port: number): void {
  if (settings.port !== port) writePrivateFile(fileIn(dataDir), JSON.stringify({ ...settings, port }))
}

/** A database of the server on this port, as its superuser. */
export const setupUrl = ({ password }: ConnectionSettings, port: number, database = 'postgres'): string =>
  `postgresql://${SETUP_ROLE}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
