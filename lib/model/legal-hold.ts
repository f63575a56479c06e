import { z } from 'zod'
import { Day, Instant } from './instant'
import { RecordKind } from './record-kind'

const about = {
  name: z.string().trim().min(1).max(120),
  reason: z.string().trim().min(3, 'say why').max(2000),
  /** Empty holds everything, also what no rule removes. */
  kinds: z.array(RecordKind).max(20),
  /** Of the records' own days, both ends included; null is without a bound. */
  from: Day.nullable(),
  to: Day.nullable(),
}

export const LegalHoldInput = z.object(about).refine(({ from, to }) => from === null || to === null || from <= to, {
  path: ['to'],
  error: 'must not lie before the first day',
})
export type LegalHoldInput = z.infer<typeof LegalHoldInput>

export const ReleaseInput = z.object({ reason: z.string().trim().min(3, 'say why').max(2000) })
export type ReleaseInput = z.infer<typeof ReleaseInput>

/** While it stands, nothing it covers is removed, by rule or by hand. */
export const LegalHold = z.object({
  id: z.uuid(),
  ...about,
  placedBy: z.string(),
  placedAt: Instant,
  releasedBy: z.string().nullable(),
  releasedAt: Instant.nullable(),
  releaseReason: z.string().nullable(),
})
export type LegalHold = z.infer<typeof LegalHold>
