import { z } from 'zod'

/** Heaviest first. */
export const FINDING_SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
export const FindingSeverity = z.enum(FINDING_SEVERITIES)
export type FindingSeverity = z.infer<typeof FindingSeverity>
