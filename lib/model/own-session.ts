import { z } from 'zod'
import { Instant } from './instant'

/** Something seen that speaks against a session. Its weight halves every half hour and is forgotten after twelve hours. */
export const SessionSignal = z.object({
  kind: z.string(),
  at: Instant,
  /** When it was seen. */
  weight: z.int(),
  /** What is left of it. */
  weightNow: z.number(),
  fadesAt: Instant,
})
export type SessionSignal = z.infer<typeof SessionSignal>

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
  /** The sum of what is left of its signals. */
  risk: z.number(),
  signals: z.array(SessionSignal),
})
export type OwnSession = z.infer<typeof OwnSession>
