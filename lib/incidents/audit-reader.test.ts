import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AuditRecord } from '@/lib/model/compliance-audit'
import type { AuditMap } from '@/lib/model/import-options'
import { type AuditReading, auditReader } from './audit-reader'

const headers = ['id', 'date', 'framework', 'passed', 'failed', 'assessed', 'na']
const map: AuditMap = {
  externalId: 'id',
  auditedOn: 'date',
  framework: 'framework',
  passed: 'passed',
  failed: 'failed',
  assessed: 'assessed',
  notApplicable: 'na',
}
const reading: AuditReading = {
  map,
  headers,
  dates: { order: 'day-first', zone: 'Europe/Berlin', now: Date.parse('2025-06-01T12:00Z') },
}
const read = auditReader(reading)
const row = (...cells: string[]) => ({ row: 3, cells })

describe('known answers', () => {
  const record = {
    externalId: 'Q1',
    framework: 'SOC 2',
    auditedOn: '2024-03-31',
    passed: 78,
    failed: 22,
    assessed: 100,
  }

  test('the day is the one written, and 0 stays 0', () => {
    expect(read(row('Q1', '31/3/2024', 'SOC 2', '78', '22', '100', '4'))).toEqual({
      record: { ...record, notApplicable: 4 },
    })
    expect(read(row('Q1', '31/3/2024', 'SOC 2', '0', '0', '0', '9'))).toMatchObject({
      record: { passed: 0, assessed: 0 },
    })
  })

  test.each([
    ['22', '', 'assessed follows from passed and failed'],
    ['?', '100', 'failed follows from passed and assessed'],
  ])('failed %j, assessed %j: %s', (failed, assessed) =>
    expect(read(row('Q1', '31/3/2024', 'SOC 2', '78', failed, assessed, ''))).toEqual({
      record: { ...record, notApplicable: 0 },
    }),
  )

  test('a framework that is not named is said to be so', () =>
    expect(read(row('Q1', '2024-03-31', '', '1', '1', '', ''))).toMatchObject({ record: { framework: 'not stated' } }))
})

describe('refused with row, field and reason', () => {
  test.each([
    [['', '31/3/2024', '', '1', '1', '', ''], 'externalId', 'no id'],
    [['Q1', '?', '', '1', '1', '', ''], 'auditedOn', 'not known'],
    [['Q1', '31/2/2024', '', '1', '1', '', ''], 'auditedOn', 'calendar'],
    [['Q1', '31/3/2024', '', '', '1', '', ''], 'passed', 'not known'],
    [['Q1', '31/3/2024', '', '1', '', '', ''], 'failed', 'neither'],
    [['Q1', '31/3/2024', '', '-1', '1', '', ''], 'passed', 'whole number'],
    [['Q1', '31/3/2024', '', '78%', '1', '', ''], 'passed', 'whole number'],
    [['Q1', '31/3/2024', '', '1.5', '1', '', ''], 'passed', 'whole number'],
    [['Q1', '31/3/2024', '', '1', '1e3', '', ''], 'failed', 'whole number'],
    [['Q1', '31/3/2024', '', '1000001', '1', '', ''], 'passed', 'whole number from 0 to 1,000,000'],
    [['Q1', '31/3/2024', '', '78', '22', '99', ''], 'assessed', '78 passed and 22 failed do not make 99 assessed'],
    [['Q1', '31/3/2024', '', '78', '', '70', ''], 'assessed', '78 passed do not make 70 assessed'],
    [['Q1', '31/3/2024', '', '1', '1', '', 'x'], 'notApplicable', 'whole number'],
  ])('%j', (cells, field, reason) =>
    expect(read(row(...cells))).toEqual({ rejects: [{ row: 3, field, reason: expect.stringContaining(reason) }] }),
  )
})

test('any row gives a record that keeps the schema, or reasons', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('Q1', '2024-03-31', '1/4/2024', '0', '7', '12', '19', '?', ''))
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      const found = read(row(...cells))
      if ('rejects' in found) expect(found.rejects.length).toBeGreaterThan(0)
      else expect(AuditRecord.parse(found.record)).toEqual(found.record)
    }),
    { numRuns: 5000 },
  )
})
