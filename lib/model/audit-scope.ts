import { z } from 'zod'
import { Period } from './period'
import { FrameworkId } from './requirement'

/** What is looked at: one framework, over a period, of some deployments or of the whole organization. */
export const AuditScope = z.object({
  framework: FrameworkId,
  period: Period,
  /** Empty is the whole organization. */
  deploymentIds: z.array(z.uuid()).max(200),
})
export type AuditScope = z.infer<typeof AuditScope>
