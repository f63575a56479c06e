import { beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import type { ImportReport } from '@/lib/model/import-batch'
import { chunksOf, csvText, holdings, optionsOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { importIncidents } from './import-incidents'

const HEADER = ['id', 'title', 'severity', 'layer', 'began', 'seen', 'fixed']
const MAP = {
  externalId: 'id',
  title: 'title',
  severity: 'severity',
  layer: 'layer',
  occurredAt: 'began',
  detectedAt: 'seen',
  resolvedAt: 'fixed',
}

/** The same numbers for the same seed (Park and Miller's minimal standard). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const ODD = [
  '',
  '?',
  'N/A',
  '=1+1',
  '@x',
  "'; DROP TABLE incidents;--",
  '{"a":1}',
  '\\N',
  '"',
  'NULL',
  '{}',
  '\\',
  '💥',
  'a\nb',
  '\u200b',
  '\u00a0',
  '-0',
  '1e9',
]
const DATES = [
  '2025-01-01',
  '29/2/2016 01:16',
  '31/31/2025',
  '0000-00-00',
  '2199-01-01',
  '1989-12-31',
  '2025-01-01T00:00:00+14:00',
  '2025-01-02 25:00',
  '2025-02-29',
]

function oddRow(random: (below: number) => number, i: number): string[] {
  const odd = () => ODD[random(ODD.length)] ?? ''
  const date = () => (random(3) === 0 ? '?' : random(9) === 0 ? odd() : (DATES[random(DATES.length)] ?? ''))
  const id = random(5) === 0 ? odd() : `I-${random(20_000)}`
  return [id, odd() + i, odd(), random(9) === 0 ? odd() : 'IAM', date(), date(), date()]
}

const outcomeOf = (work: Promise<ImportReport>): Promise<ImportReport | AppError> =>
  work.catch((error: unknown) => {
    if (error instanceof AppError) return error
    throw error
  })

let cast: Cast
beforeAll(async () => {
  const { close } = await testDatabase()
  cast = (await twoOrganizations()).attacker
  return close
})

const importing = (content: string | Uint8Array) =>
  importIncidents(cast.assessor, { org: cast.org, map: MAP, options: optionsOf(), chunks: chunksOf(content, 10_007) })

describe('ten thousand malformed rows', () => {
  test('are each taken or named, and what the report counts is what is stored', async () => {
    const random = seeded(20_251)
    const rows = Array.from({ length: 10_000 }, (_, i) => oddRow(random, i))
    const report = await importing(csvText(HEADER, ...rows))
    expect(report.rows).toBe(10_000)
    expect(report.rejected).toBeGreaterThan(5_000)
    expect(report.created).toBeGreaterThan(100)
    const { incidents, months } = await holdings(cast.organization.id)
    expect(incidents).toHaveLength(report.created)
    const counted = months.reduce((sum, month) => sum + (month.incidents ?? 0), 0)
    expect(counted).toBe(report.created)
  })

  test('whose bytes are damaged at random are taken whole or not at all', async () => {
    const random = seeded(7)
    const text = csvText(HEADER, ...Array.from({ length: 200 }, (_, i) => oddRow(random, i)))
    for (let round = 0; round < 20; round += 1) {
      const bytes = new TextEncoder().encode(text)
      for (let damage = 0; damage < 3; damage += 1) bytes[random(bytes.length)] = random(256)
      const before = await holdings(cast.organization.id)
      const outcome = await outcomeOf(importing(bytes))
      const after = await holdings(cast.organization.id)
      if (outcome instanceof AppError) {
        expect(outcome.code).toBe('invalid')
        expect(after).toEqual(before)
      } else {
        expect(after.incidents.length - before.incidents.length).toBe(outcome.created)
      }
    }
  })
})
