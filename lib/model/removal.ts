import { z } from 'zod'
import { Day, Instant } from './instant'
import { RecordKind } from './record-kind'
import { Sha256 } from './signed-statement'

const Count = z.int().min(0)

/** What a report says of one kind. */
export const PlannedKind = z.object({
  kind: RecordKind,
  keepDays: z.int(),
  /** Records whose day lies before this one are past their time. */
  before: Day,
  /** What goes. */
  records: Count,
  /** On the disk, for what has files; null for rows of the database. */
  bytes: z.number().nullable(),
  oldest: Day.nullable(),
  newest: Day.nullable(),
  /** Which records these are, in a number that another choice would change. */
  fingerprint: z.string(),
  /** Past their time, but held: by which hold how many. A record under two holds is counted under both. */
  held: z.array(z.object({ id: z.uuid(), name: z.string(), reason: z.string(), records: Count })),
  /** Past their time and held by nobody, but something still rests on them. */
  needed: z.array(z.object({ why: z.string(), records: Count })),
})
export type PlannedKind = z.infer<typeof PlannedKind>

/** What is to be removed under the rules, as of a day. Kinds without a rule are not in it. */
export const RemovalReport = z.object({
  format: z.literal('proofline-removal-report/1'),
  /** The day it was made, UTC: what ages are counted to. */
  day: Day,
  kinds: z.array(PlannedKind),
})
export type RemovalReport = z.infer<typeof RemovalReport>

/** How far a removal is. */
export const Removed = z.object({
  begunAt: Instant,
  by: z.string(),
  kinds: z.array(z.object({ kind: RecordKind, records: Count, bytes: z.number().nullable() })),
})
export type Removed = z.infer<typeof Removed>

/** `removing`: begun, and may be gone on with. `stopped`: a hold was placed meanwhile. `dropped`: for a newer report. */
export const RemovalState = z.enum(['planned', 'removing', 'done', 'stopped', 'dropped'])
export type RemovalState = z.infer<typeof RemovalState>

export const Removal = z.object({
  id: z.uuid(),
  state: RemovalState,
  plannedBy: z.string(),
  plannedAt: Instant,
  report: RemovalReport,
  /** SHA-256 of the report's canonical text: what is agreed to. */
  digest: Sha256,
  endedBy: z.string().nullable(),
  endedAt: Instant.nullable(),
  removed: Removed.nullable(),
})
export type Removal = z.infer<typeof Removal>

/** Agreement to exactly what a report says. */
export const RemovalConfirmation = z.object({ digest: Sha256 })
export type RemovalConfirmation = z.infer<typeof RemovalConfirmation>
