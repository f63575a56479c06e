import { z } from 'zod'
import { Instant } from './instant'
import { Period } from './period'
import { FrameworkId } from './requirement'

/** What an auditor is let in for: these frameworks, over this period, of these deployments. */
export const AuditEngagementInput = z.object({
  userId: z.uuid(),
  name: z.string().trim().min(1).max(120),
  frameworks: z.array(FrameworkId).min(1, 'choose at least one framework').max(50),
  period: Period,
  /** Empty is the whole organization. */
  deploymentIds: z.array(z.uuid()).max(200).default([]),
})
export type AuditEngagementInput = z.infer<typeof AuditEngagementInput>

/** A grant as it was given. It runs until it is ended; whether the auditor is a member still is for the membership to say. */
export const AuditEngagement = AuditEngagementInput.extend({
  id: z.uuid(),
  createdBy: z.string(),
  createdAt: Instant,
  /** null while it runs. */
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
})
export type AuditEngagement = z.infer<typeof AuditEngagement>
