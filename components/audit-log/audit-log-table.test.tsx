import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '@/lib/model/audit-entry'
import { AuditLogTable } from './audit-log-table'

const entry: AuditEntry = {
  seq: 41,
  id: '0190a8f0-0000-7000-8000-000000000041',
  at: '2026-11-22T14:00:00.123Z',
  actorKind: 'person',
  actorId: '0190a8f0-0000-7000-8000-000000000003',
  actorName: 'Ines <Okafor>',
  action: 'deployment.updated',
  subject: '0190a8f0-0000-7000-8000-000000000004',
  detail: { before: { name: 'Old' }, after: { name: 'Payments' } },
  sessionId: null,
  address: '192.0.2.7',
  decision: { effect: 'allow', action: 'deployment:write', policy: '0123456789abcdef' },
  beforeDigest: 'a'.repeat(64),
  afterDigest: 'b'.repeat(64),
  previousHash: 'c'.repeat(64),
  hash: 'd'.repeat(64),
}

const shown = (entries: AuditEntry[], marked?: number): string =>
  renderToStaticMarkup(<AuditLogTable org="meridian" entries={entries} marked={marked} />)
const words = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the table of acts', () => {
  test('says who did what to what, from where and by which permission', () => {
    const text = words(shown([entry]))
    for (const part of [
      '41',
      'Ines &lt;Okafor&gt;',
      'changed a deployment',
      'Payments',
      '192.0.2.7',
      'deployment:write',
    ])
      expect(text).toContain(part)
  })
  test('the details hold everything that is hashed', () => {
    const text = words(shown([entry]))
    for (const part of [entry.id, entry.beforeDigest, entry.afterDigest, entry.previousHash, entry.hash, entry.at])
      expect(text).toContain(part)
  })
  test('what is not known is said, never left empty', () => {
    const text = words(shown([{ ...entry, seq: null, address: null, decision: null }]))
    for (const part of ['older', 'no address', 'not asked']) expect(text).toContain(part)
  })
  test('the entry that somebody came for is marked', () => {
    expect(shown([entry], 41)).toContain('aria-current="true"')
    expect(shown([entry], 40)).not.toContain('aria-current="true"')
  })
})
