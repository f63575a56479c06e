import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SEVERITIES } from '@/lib/model/incident'
import { LAYERS } from '@/lib/model/layer'
import { type OcsfSchema, ocsfFaults } from '@/lib/testing/ocsf-faults'
import { ocsfIncidentFinding } from './ocsf-incident-finding'
import type { IncidentRow } from './tables/incidents'

const SCHEMA = new URL('../../../shared/schemas/ocsf/ocsf-1.8.0-compiled.json', import.meta.url)

const organization = { id: '0190a8f0-0000-7000-8000-000000000002', slug: 'meridian', name: 'Meridian' }
const incident: IncidentRow = {
  id: '0190a8f0-0000-7000-8000-000000000041',
  source: 'desk',
  externalId: 'INC-1',
  title: 'Phishing',
  severity: 'high',
  layer: 'IAM',
  occurredAt: '2026-03-01T10:00:00.000Z',
  detectedAt: '2026-03-02T10:00:00.000Z',
  acknowledgedAt: null,
  containedAt: '2026-03-02T12:00:00.000Z',
  resolvedAt: '2026-03-03T10:00:00.000Z',
  countedAt: '2026-03-02T10:00:00.000Z',
  deploymentId: null,
  deployment: null,
  importBatchId: null,
}
const bare: IncidentRow = {
  ...incident,
  title: null,
  severity: 'unknown',
  layer: null,
  occurredAt: null,
  detectedAt: null,
  containedAt: null,
  resolvedAt: null,
}

describe('an OCSF event of an incident', () => {
  test('closes a resolved one, dated in milliseconds, assigned to the organization', () => {
    expect(ocsfIncidentFinding(incident, organization)).toMatchObject({
      type_uid: 200503,
      time: Date.parse('2026-03-03T10:00:00.000Z'),
      start_time: Date.parse('2026-03-01T10:00:00.000Z'),
      severity_id: 4,
      status_id: 4,
      assignee_group: { uid: organization.id },
      finding_info_list: [{ uid: 'desk:INC-1', title: 'Phishing' }],
    })
  })
  test('updates one that is worked on', () => {
    expect(ocsfIncidentFinding({ ...incident, resolvedAt: null }, organization)).toMatchObject({
      type_uid: 200502,
      status_id: 2,
      time: Date.parse('2026-03-02T12:00:00.000Z'),
    })
  })
  test('leaves out every instant nobody knows: none of them is 1970', () => {
    const event = ocsfIncidentFinding(bare, organization)
    expect(event).toMatchObject({ type_uid: 200501, status_id: 1, severity_id: 0, time: Date.parse(bare.countedAt) })
    expect(event).not.toHaveProperty('start_time')
    expect(event).not.toHaveProperty('end_time')
    expect(JSON.stringify(event)).not.toMatch(/_time":0/)
  })
})

if (existsSync(SCHEMA)) {
  const schema: OcsfSchema = JSON.parse(readFileSync(SCHEMA, 'utf8'))
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  const known = fc.option(instant.map((date) => date.toISOString()))
  const rows: fc.Arbitrary<IncidentRow> = fc.record({
    id: fc.uuid(),
    source: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    externalId: fc.string({ minLength: 1 }),
    title: fc.option(fc.string({ unit: 'binary', maxLength: 3000 })),
    severity: fc.constantFrom(...SEVERITIES),
    layer: fc.option(fc.constantFrom(...LAYERS)),
    occurredAt: known,
    detectedAt: known,
    acknowledgedAt: known,
    containedAt: known,
    resolvedAt: known,
    countedAt: instant.map((date) => date.toISOString()),
    deploymentId: fc.option(fc.uuid()),
    deployment: fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/)),
    importBatchId: fc.option(fc.uuid()),
  })
  test('any incident conforms to the compiled schema of OCSF 1.8.0', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const event = JSON.parse(JSON.stringify(ocsfIncidentFinding(row, organization)))
        expect(ocsfFaults(schema, 'incident_finding', event)).toEqual([])
      }),
      { numRuns: 500, seed: 2005 },
    )
  })
} else {
  test('the schema is not beside this checkout: the event still has what Incident Finding requires', () => {
    const required = ['activity_id', 'assignee_group', 'category_uid', 'class_uid', 'finding_info_list', 'metadata']
    expect(Object.keys(ocsfIncidentFinding(bare, organization))).toEqual(
      expect.arrayContaining([...required, 'severity_id', 'status_id', 'time', 'type_uid']),
    )
  })
}
