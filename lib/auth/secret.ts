import { env } from '@/lib/env'
import { derivedSecret } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'

/** A 32-byte key for one purpose, derived from PROOFLINE_KEY, so that no two uses share a key. */
export function secretFor(purpose: string): Buffer {
  const { key } = env()
  if (!key) throw new AppError('unavailable', { reason: 'PROOFLINE_KEY is not set' })
  return derivedSecret(key, purpose)
}
