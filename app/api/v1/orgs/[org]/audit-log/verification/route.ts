import { z } from 'zod'
import { route } from '@/lib/http/route'
import { AuditVerification } from '@/lib/model/audit-verification'
import { Slug } from '@/lib/model/slug'
import { verifyAuditLog } from '@/lib/services/verify-audit-log'

export const GET = route({
  tag: 'Audit log',
  summary: 'Verify the chain of the audit log from its first entry and name the first that is broken',
  params: z.object({ org: Slug }),
  output: AuditVerification,
  handler: ({ actor, params: { org } }) => verifyAuditLog(actor, { org }),
})
