import { z } from 'zod'
import { Role } from './actor'
import { Instant } from './instant'

/** An identity provider through which somebody can prove who they are. */
export const ProofProvider = z.object({ id: z.string(), name: z.string() })
export type ProofProvider = z.infer<typeof ProofProvider>

/** Whoever asks, as the product knows them. */
export const Account = z.object({
  kind: z.enum(['person', 'machine', 'operator']),
  /** Null for machines and the operator, like `email`. */
  userId: z.uuid().nullable(),
  email: z.string().nullable(),
  name: z.string(),
  method: z.enum(['passkey', 'oidc', 'link', 'token', 'local']),
  /** The last fresh proof; null when there was none. */
  provenAt: Instant.nullable(),
  /** Whether they have a way back in: a passkey or single sign-on. */
  hasCredential: z.boolean(),
  /** Where they are known for single sign-on. */
  providers: z.array(ProofProvider),
  roles: z.array(
    z.object({
      org: z.string(),
      name: z.string(),
      /** What counts now; `ownRole` is what is left when an elevation ends. */
      role: Role,
      ownRole: Role,
      elevatedUntil: Instant.nullable(),
      expiresAt: Instant.nullable(),
      lastUsedAt: Instant.nullable(),
    }),
  ),
})
export type Account = z.infer<typeof Account>
