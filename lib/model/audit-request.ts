import { z } from 'zod'
import { Day, Instant } from './instant'
import { FrameworkId } from './requirement'

export const AUDIT_REQUEST_STATES = ['open', 'answered', 'accepted', 'withdrawn'] as const
export const AuditRequestState = z.enum(AUDIT_REQUEST_STATES)
export type AuditRequestState = z.infer<typeof AuditRequestState>

/** What may be said about a request. */
export const REQUEST_ENTRY_KINDS = ['answer', 'comment', 'accepted', 'returned', 'withdrawn'] as const
export const RequestEntryKind = z.enum(REQUEST_ENTRY_KINDS)
export type RequestEntryKind = z.infer<typeof RequestEntryKind>

const Said = z.string().trim().min(1, 'say something').max(5000)

export const AuditRequestInput = z.object({
  framework: FrameworkId,
  /** Empty asks about the framework as a whole. */
  requirement: z.string().trim().max(300).default(''),
  title: z.string().trim().min(1).max(200),
  text: Said,
  dueOn: Day.nullable().default(null),
})
export type AuditRequestInput = z.infer<typeof AuditRequestInput>

/** An answer: words, and pieces of evidence the organization holds already, by their ids. */
export const RequestAnswer = z.object({ text: Said, evidenceIds: z.array(z.uuid()).max(20).default([]) })
export type RequestAnswer = z.infer<typeof RequestAnswer>

export const RequestRemark = z.object({ text: Said })
export type RequestRemark = z.infer<typeof RequestRemark>

/** Words where none are needed. */
export const RequestClosing = z.object({ text: z.string().trim().max(5000).default('') })
export type RequestClosing = z.infer<typeof RequestClosing>

/** Something an auditor asks the team for. */
export const AuditRequest = AuditRequestInput.extend({
  id: z.uuid(),
  /** Under which grant it was asked; null when a member without one asked. */
  engagementId: z.uuid().nullable(),
  state: AuditRequestState,
  /** Still open after the last day it was due on. */
  isOverdue: z.boolean(),
  askedBy: z.string(),
  askedById: z.uuid().nullable(),
  askedAt: Instant,
  answeredAt: Instant.nullable(),
  closedAt: Instant.nullable(),
})
export type AuditRequest = z.infer<typeof AuditRequest>

const RequestFile = z.object({
  id: z.uuid(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
})
export type RequestFile = z.infer<typeof RequestFile>

/** One thing said about a request, with what came with it; never changed. */
export const RequestEntry = z.object({
  id: z.uuid(),
  at: Instant,
  kind: RequestEntryKind,
  text: z.string(),
  actorName: z.string(),
  actorId: z.uuid().nullable(),
  files: z.array(RequestFile),
})
export type RequestEntry = z.infer<typeof RequestEntry>

export const AuditRequestDetail = AuditRequest.extend({ entries: z.array(RequestEntry) })
export type AuditRequestDetail = z.infer<typeof AuditRequestDetail>

export const AuditRequestFilter = z.object({
  state: AuditRequestState.optional(),
  framework: FrameworkId.optional(),
  requirement: z
    .string()
    .max(300)
    .regex(/^[^\p{Cc}]*$/u)
    .optional(),
  /** Only those still open after the day they were due on. */
  due: z.literal('overdue').optional(),
})
export type AuditRequestFilter = z.infer<typeof AuditRequestFilter>

/** What is said about an uploaded file; its bytes travel as the body. */
export const RequestFileInput = z.object({ title: z.string().trim().min(1).max(200) })
export type RequestFileInput = z.infer<typeof RequestFileInput>
