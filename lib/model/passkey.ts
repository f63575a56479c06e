import { z } from 'zod'
import { Instant } from './instant'

export const PasskeyName = z.string().trim().min(1).max(80)

/** One of a person's passkeys (a WebAuthn credential), as they see it. Its key never leaves the authenticator. */
export const Passkey = z.object({
  id: z.uuid(),
  name: PasskeyName,
  createdAt: Instant,
  /** Null while it was never used to sign in or to confirm. */
  lastUsedAt: Instant.nullable(),
  /** Whether it can never leave the device that made it, as that device said. */
  deviceBound: z.boolean(),
  /** Whether copies are kept elsewhere, for example in an account that joins several devices. */
  backedUp: z.boolean(),
  /** How often its authenticator has signed; null when it keeps no count. */
  counter: z.int().nullable(),
})
export type Passkey = z.infer<typeof Passkey>

/** What is said of a new passkey beside the browser's own answer. */
export const PasskeyChange = z.object({ name: PasskeyName })
