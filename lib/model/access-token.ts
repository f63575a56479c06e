import { z } from 'zod'
import { Role } from './actor'
import { Instant } from './instant'

/** A token that was issued to a machine, as its row tells; the token itself is kept nowhere. */
export const AccessToken = z.object({
  id: z.uuid(),
  /** Whom it speaks for: the subject of the token it was exchanged for, with the trust rule's name. */
  subject: z.string(),
  role: Role,
  /** The trust rule; null for a token that the owner of the machine printed. */
  trustRuleId: z.uuid().nullable(),
  issuedAt: Instant,
  expiresAt: Instant,
  /** Null while it was never used. */
  lastUsedAt: Instant.nullable(),
  /** The network of its first use, as a CIDR; null while it was never used or that was not known. */
  network: z.string().nullable(),
})
export type AccessToken = z.infer<typeof AccessToken>
