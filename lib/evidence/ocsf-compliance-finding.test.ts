import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '@/lib/model/finding'
import { anyFinding } from '@/lib/testing/any-finding'
import { type OcsfSchema, ocsfFaults } from '@/lib/testing/ocsf-faults'
import { ocsfComplianceFinding } from './ocsf-compliance-finding'

const SCHEMA = new URL('../../../shared/schemas/ocsf/ocsf-1.8.0-compiled.json', import.meta.url)

const finding: Finding = {
  id: '0190a8f0-0000-7000-8000-000000000041',
  connectionId: '0190a8f0-0000-7000-8000-000000000042',
  connectionName: 'production',
  checkId: 'aws_s3_bucket_public',
  source: 'check',
  resource: { type: 'aws_s3_bucket', id: 'arn:aws:s3:::exports', name: 'exports', account: '1', region: 'eu-west-1' },
  title: 'S3 bucket lets the public in',
  message: 'exports is public',
  severity: 'critical',
  severityOverride: null,
  state: 'open',
  capabilities: ['DAT-03'],
  layer: 'DAT',
  openedAt: '2026-11-20T06:00:00.000Z',
  lastSeenAt: '2026-11-22T06:00:00.000Z',
  resolvedAt: null,
  runsSeen: 3,
  reopened: 0,
  owner: { id: '0190a8f0-0000-7000-8000-000000000003', name: 'Ines Okafor' },
  exceptionUntil: null,
}
const context = {
  organization: { id: '0190a8f0-0000-7000-8000-000000000002', slug: 'meridian', name: 'Meridian' },
  requirements: [{ standard: '800-53', ids: ['AC-3', 'AC-6'] }],
  remediation: 'Block public access.',
}
const bare = { ...finding, owner: null, runsSeen: 1, resource: { ...finding.resource, region: null } }
const resolved = { ...finding, state: 'resolved' as const, resolvedAt: '2026-11-23T06:00:00.000Z' }

describe('an OCSF event of a finding', () => {
  test('is dated in milliseconds by when it was last seen, and fails', () => {
    expect(ocsfComplianceFinding(finding, context)).toMatchObject({
      type_uid: 200302,
      time: Date.parse(finding.lastSeenAt),
      severity_id: 5,
      status_id: 1,
      compliance: { status_id: 3, control: 'aws_s3_bucket_public', requirements: ['800-53 AC-3', '800-53 AC-6'] },
      resources: [{ uid: 'arn:aws:s3:::exports' }],
    })
  })
  test('of an accepted risk is suppressed and fails all the same', () => {
    expect(ocsfComplianceFinding({ ...finding, exceptionUntil: '2026-12-01' }, context)).toMatchObject({
      status_id: 3,
      compliance: { status_id: 3 },
    })
  })
  test('closes a resolved one', () => {
    expect(ocsfComplianceFinding(resolved, context)).toMatchObject({
      activity_id: 3,
      status_id: 4,
      compliance: { status_id: 1 },
      time: Date.parse(resolved.resolvedAt),
    })
  })
})

// Where the published schema lies beside the project, the event is held to it; the shapes above are its own.
if (existsSync(SCHEMA)) {
  const schema: OcsfSchema = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  const contexts = [context, { ...context, remediation: null, requirements: [] }]
  test.each([
    ['an owned one', finding],
    ['a bare one', bare],
    ['a resolved one', resolved],
  ])('conforms to the compiled schema of OCSF 1.8.0: %s', (_, one) => {
    for (const said of contexts)
      expect(ocsfFaults(schema, 'compliance_finding', { ...ocsfComplianceFinding(one, said) })).toEqual([])
  })
  test('any finding conforms', () => {
    fc.assert(
      fc.property(anyFinding, fc.constantFrom(...contexts), (one, said) => {
        const event = JSON.parse(JSON.stringify(ocsfComplianceFinding(one, said)))
        expect(ocsfFaults(schema, 'compliance_finding', event)).toEqual([])
      }),
      { numRuns: 500, seed: 2003 },
    )
  })
}
