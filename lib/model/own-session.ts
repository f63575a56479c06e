import { z } from 'zod'
import { Instant } from './instant'
import { RiskSignal } from './risk-signal'

/** One place where somebody is signed in. Null is what is not known. */
export const OwnSession = z.object({
  id: z.uuid(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
  method: z.enum(['passkey', 'oidc', 'link']),
  /** The identity provider's name, after a single sign-on. */
  provider: z.string().nullable(),
  /** The last passkey assertion or single sign-on in it; null after a mere link. */
  provenAt: Instant.nullable(),
  userAgent: z.string().nullable(),
  startedAt: Instant,
  lastSeenAt: Instant,
  /** When it ends at the latest. */
  expiresAt: Instant,
  /** Where it began and where it was seen last. */
  address: z.string().nullable(),
  lastAddress: z.string().nullable(),
  /** What speaks against it, latest first; each fades from what it weighed. */
  signals: z.array(RiskSignal),
})
export type OwnSession = z.infer<typeof OwnSession>
