import { z } from 'zod'

/** How an address of a provider is written in URLs and by whoever maps its groups. */
export const ProviderId = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 lower-case letters, digits and hyphens')

const Domain = z
  .string()
  .regex(/^(?!xn--)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'must be a domain like contoso.example')

/** Somebody else who vouches for people: an OpenID provider (OpenID Connect Core 1.0) this installation trusts. */
export const IdentityProvider = z.object({
  id: ProviderId,
  /** What its button says. */
  name: z.string().trim().min(1).max(60),
  /** As it names itself, to the letter. */
  issuer: z.url('must be a URL').max(500),
  clientId: z.string().min(1).max(300),
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'must be words without spaces')).max(20),
  /** The claim that lists a person's groups; null when its groups give no roles. */
  groupClaim: z.string().min(1).max(200).nullable(),
  /** Of whose addresses it is believed; empty means of any. */
  emailDomains: z.array(Domain).max(50),
})
export type IdentityProvider = z.infer<typeof IdentityProvider>

/** What everybody may know of a provider: its button. */
export type SignInProvider = Pick<IdentityProvider, 'id' | 'name'>
