import { expect, test } from 'vitest'
import type { AuditEntry } from '@/lib/model/audit-entry'
import { auditLogTitle } from './audit-log-title'

const entry = { at: '2026-11-22T14:00:00.000Z', actorName: 'Ada Admin', action: 'member.added' } as AuditEntry

test('the title tells the latest act of those shown', () => {
  expect(auditLogTitle([entry], false)).toBe('Last act on 22 Nov 2026: Ada Admin added a member')
  expect(auditLogTitle([entry], true)).toBe('Last match on 22 Nov 2026: Ada Admin added a member')
  expect(auditLogTitle([], true)).toBe('No act matches')
  expect(auditLogTitle([], false)).toBe('No act is logged yet')
})
