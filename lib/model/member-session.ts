import { z } from 'zod'
import { Instant } from './instant'

/** A session of a member that lives now, as an administrator sees it. Null is not known. */
export const MemberSession = z.object({
  id: z.uuid(),
  userAgent: z.string().nullable(),
  startedAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  address: z.string().nullable(),
  lastAddress: z.string().nullable(),
  method: z.enum(['passkey', 'oidc', 'link']),
  provenAt: Instant.nullable(),
  /** What was seen lately and speaks against it; 0 is nothing. */
  risk: z.int().min(0),
})
export type MemberSession = z.infer<typeof MemberSession>
