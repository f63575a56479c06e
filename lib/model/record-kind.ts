import { z } from 'zod'

/** What may be removed after a time. The audit log and signed statements are in no list: they are never removed. */
export const RECORD_KINDS = ['snapshots', 'run-logs', 'decisions', 'resolved-findings', 'evidence', 'packs'] as const
export const RecordKind = z.enum(RECORD_KINDS)
export type RecordKind = z.infer<typeof RecordKind>
