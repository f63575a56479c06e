import { chmodSync, mkdirSync } from 'node:fs'

/** Where root keeps what the user postgres must reach when the data directory or the clone is closed to that user. */
const SYSTEM_HOME = '/var/lib/proofline'

/** Makes the folder when it is missing, open to pass through whatever the umask says. */
export function ensureSystemHome(): string {
  if (mkdirSync(SYSTEM_HOME, { recursive: true })) chmodSync(SYSTEM_HOME, 0o755)
  return SYSTEM_HOME
}
