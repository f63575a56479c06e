import { beforeAll, describe, expect, test } from 'vitest'
import { PREVIEW_BYTES } from '@/lib/model/import-preview'
import { csvText, holdings } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { previewImport } from './preview-import'

const bytes = (text: string) => new TextEncoder().encode(text)

let cast: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  cast = (await twoOrganizations()).attacker
  return close
})

const preview = (text: string, given: Partial<Parameters<typeof previewImport>[1]> = {}) =>
  previewImport(cast.assessor, { org: cast.org, kind: 'incidents', head: bytes(text), zone: 'UTC', ...given })

describe('previewImport', () => {
  test('guesses delimiter, columns and date order, and shows rows as an import would read them', async () => {
    const text = 'Number;Priority;Opened at;Resolved at\nINC1;2 - High;29/2/2016 01:16;?\nINC2;P1;1/3/2016;28/2/2016\n'
    const found = await preview(text)
    expect(found).toMatchObject({ delimiter: ';', dates: 'day-first', problems: [], sampled: 2, refused: 1 })
    expect(found.map).toEqual({
      externalId: 'Number',
      severity: 'Priority',
      detectedAt: 'Opened at',
      resolvedAt: 'Resolved at',
    })
    expect(found.rows[0]).toMatchObject({
      row: 2,
      cells: { detectedAt: '29/2/2016 01:16', resolvedAt: '?' },
      values: { externalId: 'INC1', severity: 'high', detectedAt: '2016-02-29T01:16:00.000Z', resolvedAt: null },
      rejects: [],
    })
    expect(found.rows[1]).toMatchObject({ row: 3, values: null, rejects: [{ field: 'resolvedAt' }] })
  })

  test('uses the map, order and zone that were given', async () => {
    const text = csvText(['a', 'b', 'c'], ['X', 'Y', '03/04/2025 12:00'])
    const map = { externalId: 'b', detectedAt: 'c' }
    const found = await preview(text, { map, dates: 'month-first', zone: 'America/New_York' })
    expect(found.rows[0]?.values).toMatchObject({ externalId: 'Y', detectedAt: '2025-03-04T17:00:00.000Z' })
    expect(found.dates).toBeNull()
  })

  test('says what the map lacks instead of reading rows', async () => {
    const found = await preview(csvText(['x', 'y'], ['1', '2']))
    expect(found.problems.map(({ field }) => field)).toEqual(['externalId', 'detectedAt'])
    expect(found.rows).toEqual([])
    const unknown = await preview(csvText(['id', 'seen'], ['1', '2']), {
      map: { externalId: 'id', detectedAt: 'nope' },
    })
    expect(unknown.problems).toMatchObject([{ field: 'detectedAt' }])
  })

  test('reads audits with their counts', async () => {
    const text = csvText(
      ['audit_id', 'audit_date', 'passed', 'failed', 'framework'],
      ['S-1', '2025-02-28', 40, 10, 'SOC 2'],
    )
    const found = await preview(text, { kind: 'audits' })
    expect(found.rows[0]?.values).toMatchObject({ externalId: 'S-1', auditedOn: '2025-02-28', assessed: 50 })
  })

  test('a beginning that ends inside a row is not held against the file', async () => {
    const row = `INC1,"${'a title with, a comma, '.repeat(40)}",2025-01-01 10:00\n`
    const rows = Math.ceil(PREVIEW_BYTES / row.length)
    for (const cut of [0, 1, 12, row.length - 12]) {
      const text = `number,title,opened\nINC0,${'x'.repeat(cut + 1)},2025-01-01\n${row.repeat(rows)}`
      const head = bytes(text).subarray(0, PREVIEW_BYTES)
      const map = { externalId: 'title', detectedAt: 'opened' }
      const found = await previewImport(cast.assessor, { org: cast.org, kind: 'incidents', head, zone: 'UTC', map })
      expect(found.sampled).toBeGreaterThan(rows - 4)
      expect(found.rows).toHaveLength(20)
    }
  })

  test('reads no more rows than tell how the file is written', async () => {
    const found = await preview(
      csvText(['number', 'opened'], ...Array.from({ length: 900 }, () => ['A', '2025-01-01'])),
    )
    expect(found).toMatchObject({ sampled: 500, refused: 0 })
  })

  test('a file that cannot be read is refused with the row', async () => {
    const work = preview('number,opened\nA,2025-01-01\nB\n')
    await expect(work).rejects.toMatchObject({ code: 'invalid', problems: [{ row: 3 }] })
  })

  test('writes nothing, and is for those who may import', async () => {
    const before = await holdings(cast.organization.id)
    await preview(csvText(['number', 'opened'], ['A', '2025-01-01']))
    const asViewer = previewImport(cast.viewer, { org: cast.org, kind: 'incidents', head: bytes('a,b\n'), zone: 'UTC' })
    await expect(asViewer).rejects.toMatchObject({ code: 'forbidden' })
    expect(await holdings(cast.organization.id)).toEqual(before)
  })
})
