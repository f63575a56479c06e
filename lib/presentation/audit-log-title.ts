import type { AuditEntry } from '@/lib/model/audit-entry'
import { auditSentence } from './audit-action'
import { dayText } from './date'

/** The latest act of those shown. */
export function auditLogTitle(entries: readonly AuditEntry[], isNarrowed: boolean): string {
  const [latest] = entries
  if (!latest) return isNarrowed ? 'No act matches' : 'No act is logged yet'
  return `${isNarrowed ? 'Last match' : 'Last act'} on ${dayText(latest.at.slice(0, 10))}: ${auditSentence(latest)}`
}
