import { env } from '@/lib/env'
import { derivedSecret, oldestKey } from '@/lib/env/key'

/** A 32-byte key for one purpose, derived from the installation's oldest key, so that no two uses share a key. */
export const secretFor = (purpose: string): Buffer => derivedSecret(oldestKey(env()), purpose)
