import { z } from 'zod'
import { Role } from './actor'
import { Slug } from './slug'

const TYPE = 'urn:ietf:params:oauth:token-type:'
export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
export const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token' as const

/** A token exchange (RFC 8693 §2.1) as its form says it. What else is in the form means nothing (RFC 6749 §3.2). */
export const TokenRequest = z
  .object({
    grant_type: z.string().max(200),
    subject_token: z.string().min(1).max(16_384),
    subject_token_type: z.enum([`${TYPE}jwt`, `${TYPE}id_token`]),
    requested_token_type: z.enum([ACCESS_TOKEN_TYPE, `${TYPE}jwt`]).optional(),
    /** The organization the token is for, by its name in addresses; `organization` says the same. */
    audience: Slug.optional(),
    organization: Slug.optional(),
    /** `role:viewer` for less than the trust rule allows. */
    scope: z
      .string()
      .regex(/^role:(viewer|assessor|auditor|admin)$/, 'must be role: and one role')
      .optional(),
    /** Acting for somebody else is not offered. */
    actor_token: z.undefined('is not supported').optional(),
  })
  .refine(({ audience, organization }) => audience !== undefined || organization !== undefined, {
    path: ['audience'],
    message: 'must name the organization',
  })
  .refine(({ audience = '', organization = audience }) => audience === '' || organization === audience, {
    path: ['organization'],
    message: 'must be the same as audience',
  })
export type TokenRequest = z.infer<typeof TokenRequest>

/** What is given for it (RFC 8693 §2.2.1). */
export const TokenResponse = z.object({
  access_token: z.string(),
  issued_token_type: z.literal(ACCESS_TOKEN_TYPE),
  token_type: z.literal('Bearer'),
  /** Seconds. */
  expires_in: z.int(),
  scope: z.string(),
})
export type TokenResponse = z.infer<typeof TokenResponse>

/** The role a scope asks for; null leaves it to the trust rule. */
export const roleOfScope = (scope: string | undefined): Role | null =>
  scope === undefined ? null : Role.parse(scope.slice('role:'.length))
