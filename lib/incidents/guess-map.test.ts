import { describe, expect, test } from 'vitest'
import { AuditMap, IncidentMap } from '@/lib/model/import-options'
import { auditMapFor, incidentMapFor } from './guess-map'

describe('incidentMapFor', () => {
  test('knows the columns of a ServiceNow event log', () =>
    expect(
      incidentMapFor([
        'number',
        'incident_state',
        'opened_at',
        'sys_created_at',
        'impact',
        'priority',
        'resolved_at',
        'closed_at',
      ]),
    ).toEqual({ externalId: 'number', detectedAt: 'opened_at', severity: 'priority', resolvedAt: 'resolved_at' }))

  test('knows camel case, spaces and zones in names', () =>
    expect(
      incidentMapFor([
        'Incident ID',
        'Title',
        'firstActivityTime',
        'Detected (UTC)',
        'ackAt',
        'Date contained',
        'Closed',
        'Layer',
        'Severity',
      ]),
    ).toEqual({
      externalId: 'Incident ID',
      title: 'Title',
      severity: 'Severity',
      layer: 'Layer',
      occurredAt: 'firstActivityTime',
      detectedAt: 'Detected (UTC)',
      acknowledgedAt: 'ackAt',
      containedAt: 'Date contained',
      resolvedAt: 'Closed',
    }))

  test('knows the names of its own map', () => {
    const names = Object.keys(IncidentMap.shape)
    expect(incidentMapFor(names)).toEqual(Object.fromEntries(names.map((name) => [name, name])))
  })

  test('takes the better of two columns and keeps an id apart from a date', () => {
    expect(incidentMapFor(['id', 'Incident', 'Incident date'])).toEqual({
      externalId: 'id',
      occurredAt: 'Incident date',
    })
    expect(incidentMapFor(['closed', 'resolved', 'id'])).toEqual({ externalId: 'id', resolvedAt: 'resolved' })
  })

  test('guesses nothing from what it does not know', () => expect(incidentMapFor(['a', '', 'b', 'time'])).toEqual({}))
})

describe('auditMapFor', () => {
  test('knows common columns and keeps a date apart from a count', () =>
    expect(
      auditMapFor(['Audit ID', 'Audit date', 'Controls assessed', 'Passed', 'Failed', 'N/A', 'Framework']),
    ).toEqual({
      externalId: 'Audit ID',
      auditedOn: 'Audit date',
      assessed: 'Controls assessed',
      passed: 'Passed',
      failed: 'Failed',
      notApplicable: 'N/A',
      framework: 'Framework',
    }))

  test('knows the names of its own map', () => {
    const names = Object.keys(AuditMap.shape)
    expect(auditMapFor(names)).toEqual(Object.fromEntries(names.map((name) => [name, name])))
  })
})
