import { z } from 'zod'
import { AuditLogFilter } from '@/lib/model/audit-log-filter'

const { action, actor, subject, from, to, upTo } = AuditLogFilter.shape

/** What the page is asked for by its address. A part that cannot be read, as an empty field of the form, is left out. */
export const AuditLogQuery = z.object({
  action: action.catch(undefined),
  actor: actor.catch(undefined),
  subject: subject.catch(undefined),
  from: from.catch(undefined),
  to: to.catch(undefined),
  upTo: upTo.catch(undefined),
})
export type AuditLogQuery = z.infer<typeof AuditLogQuery>
