import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '@/lib/model/audit-entry'
import { type OcsfSchema, ocsfFaults } from '@/lib/testing/ocsf-faults'
import { ocsfEvent } from './ocsf-audit-event'

const SCHEMA = new URL('../../../shared/schemas/ocsf/ocsf-1.8.0-compiled.json', import.meta.url)

const organization = { id: '0190a8f0-0000-7000-8000-000000000002', slug: 'meridian', name: 'Meridian' }
const entry: AuditEntry = {
  seq: 41,
  id: '0190a8f0-0000-7000-8000-000000000041',
  at: '2026-11-22T14:00:00.123Z',
  actorKind: 'person',
  actorId: '0190a8f0-0000-7000-8000-000000000003',
  actorName: 'Ines Okafor',
  action: 'deployment.updated',
  subject: '0190a8f0-0000-7000-8000-000000000004',
  detail: { before: { name: 'Old' }, after: { name: 'New' } },
  sessionId: '0190a8f0-0000-7000-8000-000000000005',
  address: '2001:db8::7',
  decision: { effect: 'allow', action: 'deployment:write', policy: '0123456789abcdef' },
  beforeDigest: 'a'.repeat(64),
  afterDigest: 'b'.repeat(64),
  previousHash: 'c'.repeat(64),
  hash: 'd'.repeat(64),
}
const bare: AuditEntry = {
  ...entry,
  seq: null,
  actorKind: 'operator',
  actorId: null,
  sessionId: null,
  address: null,
  decision: null,
  beforeDigest: null,
  afterDigest: null,
  previousHash: null,
  hash: null,
}

describe('an OCSF event of an audit entry', () => {
  test('is dated in milliseconds and carries the chain', () => {
    expect(ocsfEvent(entry, organization)).toMatchObject({
      time: 1_795_356_000_123,
      metadata: { version: '1.8.0', uid: entry.id, sequence: 41, tenant_uid: organization.id },
      actor: { user: { uid: entry.actorId }, session: { uid: entry.sessionId } },
      src_endpoint: { ip: '2001:db8::7' },
      unmapped: { hash: entry.hash, previous_hash: entry.previousHash },
    })
  })
  test.each([
    ['deployment.created', 1],
    ['audit-log.exported', 2],
    ['answer.written', 3],
    ['member.removed', 4],
    ['session.revoked-for-risk', 4],
    ['something.new-altogether', 99],
  ])('%s is activity %i', (action, id) => {
    expect(ocsfEvent({ ...entry, action }, organization)).toMatchObject({ activity_id: id, type_uid: 600_300 + id })
  })
})

if (existsSync(SCHEMA)) {
  const schema: OcsfSchema = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  const faults = (event: object) => ocsfFaults(schema, 'api_activity', event as Record<string, unknown>)
  describe('against the compiled schema of OCSF 1.8.0', () => {
    test.each([
      ['with everything', entry],
      ['with nothing that may be missing', bare],
      ['from an IPv4 address', { ...entry, address: '192.0.2.7' }],
    ])('an entry %s conforms', (_, one) => {
      expect(faults(ocsfEvent(one, organization))).toEqual([])
    })
    test('what does not conform is named', () => {
      const { actor: _, ...event } = ocsfEvent(entry, organization) as Record<string, unknown>
      const wrong = { ...event, activity_id: 7, time: 'now', src_endpoint: {}, resources: {}, colour: 'red' }
      expect(faults(wrong).toSorted()).toEqual([
        'api_activity.activity_id may not be 7',
        'api_activity.actor is missing',
        'api_activity.colour is not in the schema',
        'api_activity.resources is not a list',
        expect.stringContaining('api_activity.src_endpoint needs one of'),
        'api_activity.time is not an integer',
      ])
    })
  })
} else {
  test('the schema is not beside this checkout: the event still has what API Activity requires', () => {
    const required = ['activity_id', 'actor', 'api', 'category_uid', 'class_uid', 'metadata', 'severity_id']
    expect(Object.keys(ocsfEvent(bare, organization))).toEqual(
      expect.arrayContaining([...required, 'src_endpoint', 'time', 'type_uid']),
    )
  })
}
