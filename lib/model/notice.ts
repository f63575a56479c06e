import { z } from 'zod'
import { Instant } from './instant'

/** Acts that every administrator is told of, as the audit log names them. */
export const NOTICE_ACTIONS = [
  'sign-in-link.issued',
  'session.revoked-for-risk',
  'token.revoked-for-risk',
  'member.added',
  'member.changed',
  'elevation.approved',
  'signing-key.rotated',
  'signing-key.revoked',
] as const

/** Something that administrators should know: an entry of the audit log, and whether this reader has seen it. */
export const Notice = z.object({
  /** The entry's id. */
  id: z.uuid(),
  at: Instant,
  action: z.enum(NOTICE_ACTIONS),
  actorName: z.string(),
  subject: z.string(),
  /** The person acted upon; null when it is nobody, or nobody known any more. */
  subjectName: z.string().nullable(),
  role: z.string().nullable(),
  isSeen: z.boolean(),
})
export type Notice = z.infer<typeof Notice>
