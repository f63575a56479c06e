import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import type { IncidentMap } from '@/lib/model/import-options'
import { type IncidentReading, incidentReader } from './incident-reader'

const NOW = Date.parse('2025-06-01T12:00:00Z')
const layerNames = {
  IAM: 'Identity & Access',
  NET: 'Network',
  MON: 'Monitoring',
  POL: 'Policy',
  DAT: 'Data Protection',
}
const headers = ['id', 'title', 'sev', 'layer', 'began', 'seen', 'ack', 'held', 'done']
const map: IncidentMap = {
  externalId: 'id',
  title: 'title',
  severity: 'sev',
  layer: 'layer',
  occurredAt: 'began',
  detectedAt: 'seen',
  acknowledgedAt: 'ack',
  containedAt: 'held',
  resolvedAt: 'done',
}
const reading: IncidentReading = { map, headers, layerNames, dates: { order: 'iso', zone: 'UTC', now: NOW } }
const read = incidentReader(reading)

type Cells = Partial<Record<keyof IncidentMap, string>>
const cellsOf = (fields: Cells) =>
  headers.map((header) => {
    const field = (Object.keys(map) as (keyof IncidentMap)[]).find((key) => map[key] === header)
    return (field && fields[field]) ?? ''
  })
const rejects = (fields: Cells) => {
  const found = read({ row: 7, cells: cellsOf({ externalId: 'A-1', detectedAt: '2024-01-02', ...fields }) })
  return 'rejects' in found ? found.rejects : []
}

describe('known answers', () => {
  test('a row becomes a record of epoch milliseconds', () =>
    expect(
      read({
        row: 2,
        cells: [
          'A-1',
          ' Phishing ',
          '1 - High',
          'identity and access',
          '2024-01-01',
          '2024-01-01T02:00Z',
          '?',
          '',
          '2024-01-02 00:00',
        ],
      }),
    ).toEqual({
      record: {
        externalId: 'A-1',
        title: 'Phishing',
        severity: 'high',
        layer: 'IAM',
        occurredAt: Date.parse('2024-01-01T00:00Z'),
        detectedAt: Date.parse('2024-01-01T02:00Z'),
        acknowledgedAt: null,
        containedAt: null,
        resolvedAt: Date.parse('2024-01-02T00:00Z'),
      },
    }))

  test('an event log line, day first, with what is not known', () => {
    const log = incidentReader({
      ...reading,
      map: { externalId: 'number', detectedAt: 'opened_at', resolvedAt: 'resolved_at', severity: 'impact' },
      headers: ['number', 'opened_at', 'resolved_at', 'impact'],
      dates: { order: 'day-first', zone: 'Europe/Rome', now: NOW },
    })
    expect(log({ row: 2, cells: ['INC0000045', '29/2/2016 01:16', '?', '2 - Medium'] })).toEqual({
      record: {
        externalId: 'INC0000045',
        title: null,
        severity: 'medium',
        layer: null,
        occurredAt: null,
        detectedAt: Date.parse('2016-02-29T00:16Z'),
        acknowledgedAt: null,
        containedAt: null,
        resolvedAt: null,
      },
    })
  })

  test('a formula is kept as text in a title', () =>
    expect(
      read({ row: 2, cells: cellsOf({ externalId: '1', title: '=1+1', detectedAt: '2024-01-02' }) }),
    ).toMatchObject({
      record: { title: '=1+1' },
    }))
})

describe('refused with row, field and reason', () => {
  test.each<[Cells, string, string]>([
    [{ externalId: '' }, 'externalId', 'no id'],
    [{ externalId: '=cmd()' }, 'externalId', 'formula'],
    [{ layer: 'Perimeter' }, 'layer', 'not a layer'],
    [{ resolvedAt: '31.02.2024' }, 'resolvedAt', 'choose day-first or month-first'],
    [{ resolvedAt: '2024-02-31' }, 'resolvedAt', 'not a day of the calendar'],
    [{ detectedAt: '1985-01-01' }, 'detectedAt', 'before 1990'],
    [{ detectedAt: '2026-01-01' }, 'detectedAt', 'in the future'],
    [{ occurredAt: '2024-01-03' }, 'detectedAt', 'is before occurredAt (2024-01-03T00:00:00.000Z)'],
    [{ resolvedAt: '2024-01-01' }, 'resolvedAt', 'is before detectedAt'],
    [{ acknowledgedAt: '2024-01-01' }, 'acknowledgedAt', 'is before detectedAt'],
    [{ containedAt: '2024-01-01' }, 'containedAt', 'is before detectedAt'],
    [{ detectedAt: '?', occurredAt: '2024-01-03', resolvedAt: '2024-01-01' }, 'resolvedAt', 'is before occurredAt'],
    [{ detectedAt: '' }, 'detectedAt', 'no date at all'],
  ])('%j', (fields, field, reason) =>
    expect(rejects(fields)).toEqual([{ row: 7, field, reason: expect.stringContaining(reason) }]),
  )

  test('every fault of a row is named at once', () =>
    expect(
      rejects({ externalId: '?', layer: 'x', detectedAt: 'soon', resolvedAt: '2024-13-01' }).map((p) => p.field),
    ).toEqual(['externalId', 'layer', 'detectedAt', 'resolvedAt']))

  test('the same instant twice is in order', () =>
    expect(rejects({ occurredAt: '2024-01-02', acknowledgedAt: '2024-01-02', resolvedAt: '2024-01-02' })).toEqual([]))

  test('a map that does not fit the file is refused before any row', () => {
    const unfit = () => incidentReader({ ...reading, headers: ['id', 'seen'] })
    expect(unfit).toThrow(AppError)
    expect(unfit).toThrow('The column map does not fit the file')
  })
})

describe('10,000 malformed rows', () => {
  const part = fc.constantFrom(
    '2024-',
    '29/2/',
    '31/12/2023',
    '?',
    '=',
    '"',
    '\u0000',
    'T25:61',
    '+99:99',
    '😀',
    '\ud800',
    '-',
    ' ',
  )
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
    fc.constantFrom('2024-01-02', '2024-01-02T03:04:05Z', '1/2/2024 3:04 PM', 'A-1', 'high', 'IAM', '9'.repeat(5000)),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  )
  const readers = (['iso', 'day-first', 'month-first'] as const).map((order) =>
    incidentReader({ ...reading, dates: { order, zone: 'America/St_Johns', now: NOW } }),
  )

  test('always give a sound record or reasons, and never throw', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 10 }), fc.constantFrom(...readers), (cells, readRow) => {
        const found = readRow({ row: 5, cells })
        if ('rejects' in found) {
          expect(found.rejects.length).toBeGreaterThan(0)
          expect(found.rejects.every(({ row, field, reason }) => row === 5 && field in map && reason.length > 0)).toBe(
            true,
          )
          return
        }
        const { externalId, title, occurredAt, detectedAt, acknowledgedAt, containedAt, resolvedAt } = found.record
        expect(externalId.length).toBeGreaterThan(0)
        expect(title === null || title.length <= 500).toBe(true)
        const instants = [occurredAt, detectedAt, acknowledgedAt, containedAt, resolvedAt].filter((at) => at !== null)
        expect(instants.length).toBeGreaterThan(0)
        expect(
          instants.every((at) => Number.isInteger(at) && at <= NOW + 300_000 && at >= Date.UTC(1989, 11, 31)),
        ).toBe(true)
        expect((resolvedAt ?? NOW) >= (detectedAt ?? occurredAt ?? 0)).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })
})
