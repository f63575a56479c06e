import { env } from './env'

/** This process's own secrets as text, to be taken out of whatever is written; empty when the settings cannot be read. */
export function knownSecrets(): string[] {
  try {
    const { keys, databaseUrl } = env()
    const password = databaseUrl ? new URL(databaseUrl).password : ''
    return [...keys.map((key) => key.toString('base64')), password, decodeURIComponent(password)].filter(Boolean)
  } catch {
    return []
  }
}
