import { accessSync, constants, mkdirSync } from 'node:fs'
import { AppError } from '@/lib/kernel/app-error'

/** Root's Postgres runs as another user, who must be able to pass through to its own folder, but not to look around. */
const modeFor = (isRoot: boolean) => (isRoot ? 0o711 : 0o700)

/** Makes the data directory when it is missing, closed to other users. An existing one keeps its permissions. */
export function ensureDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: modeFor(process.getuid?.() === 0) })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new AppError('unavailable', {
      detail: `The data directory ${dataDir} cannot be written by this user.`,
      cause,
    })
  }
}
