import type { Instant } from '@/lib/model/instant'

const DAY = 86_400_000

type Reviewed = { joinedAt: Instant; reviewedAt: Instant | null }

/**
 * When a membership has to be reviewed again: `reviewDays` (from 1) after its last review, or after joining when there
 * was none (NIST SP 800-53 r5, AC-2 j).
 */
export const reviewDueAt = ({ joinedAt, reviewedAt }: Reviewed, reviewDays: number): Instant =>
  new Date(Date.parse(reviewedAt ?? joinedAt) + reviewDays * DAY).toISOString()
