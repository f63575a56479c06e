import type { AuditRequest } from '@/lib/model/audit-request'
import { columnsOf, type Table } from './table'

const { text, instant, day, boolean } = columnsOf<AuditRequest>()

export const auditRequestsTable: Table<AuditRequest> = {
  name: 'audit-requests',
  title: 'Audit requests',
  columns: [
    text('id', 'Id'),
    text('state', 'State'),
    text('framework', 'Framework'),
    text('requirement', 'Requirement'),
    text('title', 'Title'),
    text('text', 'What is asked'),
    text('askedBy', 'Asked by'),
    instant('askedAt', 'Asked'),
    day('dueOn', 'Due on'),
    boolean('isOverdue', 'Overdue'),
    instant('answeredAt', 'Answered'),
    instant('closedAt', 'Closed'),
  ],
}
