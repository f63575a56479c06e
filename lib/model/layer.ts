import { z } from 'zod'

/** The five layers, in the framework's order. */
export const LAYERS = ['IAM', 'NET', 'MON', 'POL', 'DAT'] as const
export const LayerId = z.enum(LAYERS)
export type LayerId = z.infer<typeof LayerId>

/** A capability's id, for example `IAM-02`. Whether it exists is for the framework to say. */
export const CapabilityId = z.string().regex(/^(IAM|NET|MON|POL|DAT)-\d{2}$/, 'must look like IAM-02')
export type CapabilityId = z.infer<typeof CapabilityId>
