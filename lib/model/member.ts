import { z } from 'zod'
import { Role } from './actor'
import { Email } from './email'
import { Instant } from './instant'

export const MemberSource = z.enum(['manual', 'single-sign-on'])
export type MemberSource = z.infer<typeof MemberSource>

/** The longest an auditor's membership may last from now, in days. */
export const AUDITOR_DAYS_AT_MOST = 365

/** One person's membership of an organization. Null means never, not known or, for `expiresAt`, without end. */
export const Member = z.object({
  userId: z.uuid(),
  email: z.string(),
  name: z.string(),
  /** The role the person has of their own, whatever it was raised to for a while. */
  role: Role,
  elevatedRole: Role.nullable(),
  elevatedUntil: Instant.nullable(),
  expiresAt: Instant.nullable(),
  hasEnded: z.boolean(),
  /** `single-sign-on` where a group of an identity provider gives the role. */
  source: MemberSource,
  /** An auditor who sees only what they were let in for, through the auditor's desk. */
  scoped: z.boolean(),
  joinedAt: Instant,
  lastUsedAt: Instant.nullable(),
  reviewedAt: Instant.nullable(),
  /** When somebody has to decide anew whether this is still wanted; null once it has ended. */
  reviewDueAt: Instant.nullable(),
  isReviewOverdue: z.boolean(),
  /** How the person can sign in. */
  passkeys: z.int(),
  providers: z.int(),
  /** Whether whoever asks administers every organization the person belongs to, and so may act on the account itself. */
  isAccountManaged: z.boolean(),
  /** Sessions that live now; null where the account is not managed from here. */
  liveSessions: z.int().nullable(),
})
export type Member = z.infer<typeof Member>

/** How many of each there are, for headings. */
export const MemberSummary = z.object({
  members: z.int(),
  ended: z.int(),
  administrators: z.int(),
  overdueReviews: z.int(),
})
export type MemberSummary = z.infer<typeof MemberSummary>

/** A name as it is shown to others: no control characters, none that turn the direction of what follows. */
const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'must not hold control characters')

/** Whom an administrator asks in, and as what. */
export const Invitation = z.object({
  email: Email,
  name: PersonName,
  role: Role,
  /** Null is without end, which an auditor cannot have. */
  expiresAt: Instant.nullable().default(null),
  /** Somebody with this address signs in here already, and the administrator knows that it is the same person. */
  isKnownPerson: z.boolean().default(false),
})
export type Invitation = z.infer<typeof Invitation>
export type InvitationInput = z.input<typeof Invitation>

/** What an administrator decides anew about a membership; what is left out stays. */
export const MemberChange = z
  .object({ role: Role, expiresAt: Instant.nullable() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change')
export type MemberChange = z.infer<typeof MemberChange>

/** A one-time link, told once to whoever asked for it. */
export const OneTimeLink = z.object({ url: z.url(), expiresAt: Instant })
export type OneTimeLink = z.infer<typeof OneTimeLink>

/** Who was asked in. `link` is null for somebody who has ways of their own to sign in. */
export const Invited = z.object({ member: Member, link: OneTimeLink.nullable() })
export type Invited = z.infer<typeof Invited>
