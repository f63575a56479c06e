import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { exportFindings, FINDING_FORMATS, type FindingFormat } from './export-findings'

let close: () => Promise<void>
let cast: Cast
let stranger: Cast
beforeAll(async () => {
  ;({ close } = await testDatabase())
  ;({ victim: cast, attacker: stranger } = await twoOrganizations())
  const connectionId = await connectionOf(cast)
  const names = Array.from({ length: 1200 }, (_, i) => `bucket-${String(i).padStart(4, '0')}`)
  const [formula, quoted] = [bucket('=cmd()'), bucket('say "no", twice')]
  const light = probe('light', { severity: 'low', title: '=HYPERLINK("x")' })
  await recorded(
    cast,
    { connectionId },
    evaluated(
      probe('heavy'),
      names.map((name) => bucket(name)),
    ),
  )
  await recorded(cast, { connectionId }, evaluated(light, [formula, quoted]))
})
afterAll(() => close())

const exported = async (format: FindingFormat, filter: FindingFilter = {}, actor = cast.viewer, org = cast.org) => {
  const pieces: string[] = []
  for await (const piece of await exportFindings(actor, format, { org, filter, sort: 'severity' })) pieces.push(piece)
  return pieces.join('')
}

describe('exportFindings', () => {
  test('every format holds each of the findings once, over any number of pages', async () => {
    const csv: Record<string, string>[] = parse(await exported('csv'), { columns: true })
    const json = JSON.parse(await exported('json'))
    const ocsf = JSON.parse(await exported('ocsf'))
    const sarif = JSON.parse(await exported('sarif')).runs[0].results
    const ids = json.map((one: { id: string }) => one.id)
    expect(new Set(ids).size).toBe(1202)
    expect(csv.map(({ id }) => id)).toEqual(ids)
    expect(ocsf.map((one: { finding_info: { uid: string } }) => one.finding_info.uid)).toEqual(ids)
    expect(sarif.map((one: { properties: { id: string } }) => one.properties.id)).toEqual(ids)
  })

  test('only what the filter leaves, and a formula as text', async () => {
    const rows: Record<string, string>[] = parse(await exported('csv', { check: 'light' }), { columns: true })
    expect(rows.map((row) => row['resource.name']).sort()).toEqual(["'=cmd()", 'say "no", twice'])
    expect(rows[0]?.title).toBe(`'=HYPERLINK("x")`)
  })

  test('nothing at all is still a whole file', async () => {
    const none = { check: 'nobody' }
    expect(JSON.parse(await exported('json', none))).toEqual([])
    expect(JSON.parse(await exported('ocsf', none))).toEqual([])
    expect(JSON.parse(await exported('sarif', none))).toMatchObject({ version: '2.1.0', runs: [{ results: [] }] })
  })

  test('a SARIF log names its rules, and a fingerprint that stays', async () => {
    const { runs } = JSON.parse(await exported('sarif', { check: 'light' }))
    expect(runs[0].tool.driver.rules).toMatchObject([{ id: 'light' }])
    expect(runs[0].results[0]).toMatchObject({ ruleId: 'light', level: 'note', kind: 'fail' })
    expect(runs[0].results[0].partialFingerprints['proofline/v1']).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each(FINDING_FORMATS)('another organization is refused before the first piece: %s', async (format) => {
    const work = exportFindings(stranger.admin, format, { org: cast.org, filter: {}, sort: 'severity' })
    await expect(work).rejects.toMatchObject({ code: 'not-found' })
  })
})
