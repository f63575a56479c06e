import { z } from 'zod'
import { Role } from './actor'
import { Instant } from './instant'

/** Hours after which a request that nobody answered is no longer one. */
export const REQUEST_HOURS = 24

/**
 * `requested` waits for an answer, `approved` counts now; `expired` ran its time, `lapsed` was never answered, and
 * `ended` was cut short.
 */
export const ElevationState = z.enum(['requested', 'lapsed', 'refused', 'withdrawn', 'approved', 'expired', 'ended'])
export type ElevationState = z.infer<typeof ElevationState>

/** What somebody asks for: a higher role, for how long and why. */
export const ElevationRequest = z.object({
  role: Role,
  hours: z.int().min(1).max(24),
  reason: z.string().trim().min(10).max(500),
})
export type ElevationRequest = z.infer<typeof ElevationRequest>

/** A higher role for a while: asked for, decided, over. */
export const Elevation = ElevationRequest.extend({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  fromRole: Role,
  state: ElevationState,
  requestedAt: Instant,
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  /** When the role falls back, or fell back; null unless it was approved. */
  expiresAt: Instant.nullable(),
})
export type Elevation = z.infer<typeof Elevation>
