import { describe, expect, test } from 'vitest'
import { checkAuditMap, checkIncidentMap } from './check-map'

const headers = ['number', 'opened_at', '']

describe('checkIncidentMap', () => {
  test('a map that fits has no problems', () =>
    expect(checkIncidentMap({ externalId: 'number', detectedAt: ' opened_at ' }, headers)).toEqual([]))

  test('a missing column is named beside those that exist', () =>
    expect(checkIncidentMap({ externalId: 'number', detectedAt: 'detected' }, headers)).toEqual([
      { field: 'detectedAt', reason: 'the file has no column "detected"; its columns are number, opened_at' },
    ]))

  test('no id and no date are found before any row is read', () =>
    expect(checkIncidentMap({}, headers).map((problem) => problem.field)).toEqual(['externalId', 'detectedAt']))
})

test('checkAuditMap needs an id, a date, what passed, and one of failed and assessed', () => {
  expect(checkAuditMap({}, headers).map((problem) => problem.field)).toEqual([
    'externalId',
    'auditedOn',
    'passed',
    'failed',
  ])
  const map = { externalId: 'number', auditedOn: 'opened_at', passed: 'p', assessed: 'opened_at' }
  expect(checkAuditMap(map, headers)).toEqual([{ field: 'passed', reason: expect.stringContaining('"p"') }])
})
