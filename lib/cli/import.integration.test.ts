import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { operator } from '@/lib/auth/operator'
import { overrideEnv } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import { csvText } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { testSettings } from '@/lib/testing/settings'
import { register as registerImport } from './import'
import { register as registerMetrics } from './metrics'

const folder = mkdtempSync(join(tmpdir(), 'proofline-import-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const MAP = file(
  'map.json',
  JSON.stringify({
    externalId: 'number',
    occurredAt: 'opened_at',
    detectedAt: 'sys_created_at',
    resolvedAt: 'resolved_at',
  }),
)
const HEADER = ['number', 'incident_state', 'opened_at', 'sys_created_at', 'resolved_at']
const EVENT_LOG = file(
  'log.csv',
  csvText(
    HEADER,
    ['INC0000045', 'New', '29/2/2016 01:16', '29/2/2016 01:23', '?'],
    ['INC0000045', 'Closed', '29/2/2016 01:16', '29/2/2016 01:23', '29/2/2016 11:29'],
    ['INC0000047', 'Active', '29/2/2016 04:40', '?', '?'],
    ['INC0000057', 'New', '31/2/2016 06:10', '?', '?'],
  ),
)

/** Runs one command as the command line does and returns what it printed. */
async function proofline(...args: string[]): Promise<Record<string, unknown>> {
  const program = new Command('proofline').exitOverride()
  registerImport(program)
  registerMetrics(program)
  const written = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    await program.parseAsync([...args, '--json'], { from: 'user' })
    return JSON.parse(String(written.mock.calls[0]?.[0]))
  } finally {
    written.mockRestore()
  }
}

const importing = (org: string, ...more: string[]) =>
  proofline(
    'import',
    'incidents',
    EVENT_LOG,
    '--org',
    org,
    '--source',
    'desk',
    '--map',
    MAP,
    '--dates',
    'day-first',
    ...more,
  )

const isKnown = async (org: string) => (await operator()).memberships.some(({ slug }) => slug === org)
const newSlug = () => `cli-${newId().slice(-12)}`

beforeAll(async () => {
  const { appUrl, close } = await testDatabase()
  testSettings()
  overrideEnv({ databaseUrl: appUrl })
  return async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
})

describe('proofline import', () => {
  test('an event log becomes its incidents, in an organization made for it, and the months follow', async () => {
    const org = newSlug()
    const report = await importing(org, '--create-org', '--zone', 'Europe/Lisbon')
    expect(report).toMatchObject({
      rows: 4,
      incidents: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      dryRun: false,
    })
    expect(report.rejects).toEqual([expect.objectContaining({ row: 5, field: 'occurredAt' })])
    const metrics = await proofline('metrics', '--org', org)
    expect(metrics).toMatchObject({ organization: org, deployment: null, formula: 'metrics/1' })
    expect(metrics.months).toMatchObject([
      { month: '2016-02', incidents: 2, open: 1, timeToDetect: { n: 1 }, timeToResolve: { n: 1 } },
    ])
  })

  test('an absent organization is not found unless it may be made, and is not made for nothing', async () => {
    const org = newSlug()
    await expect(importing(org)).rejects.toMatchObject({ code: 'not-found' })
    const trial = await importing(org, '--create-org', '--dry-run')
    expect(trial).toMatchObject({ created: 2, dryRun: true, batchId: null })
    await expect(importing(org, '--create-org', '--strict')).rejects.toMatchObject({ code: 'invalid' })
    expect(await isKnown(org)).toBe(false)
  })

  test('an unknown deployment is not found and nothing is made', async () => {
    const org = newSlug()
    await expect(importing(org, '--create-org', '--deployment', 'nowhere')).rejects.toMatchObject({ code: 'not-found' })
    expect(await isKnown(org)).toBe(false)
  })

  test('audits are counted as audits', async () => {
    const org = newSlug()
    const audits = file('audits.csv', csvText(['ref', 'day', 'ok', 'bad'], ['S-1', '2025-02-28', 40, 10]))
    const map = file('audit-map.json', '{"externalId":"ref","auditedOn":"day","passed":"ok","failed":"bad"}')
    const into = ['--org', org, '--source', 'grc', '--map', map, '--create-org']
    expect(await proofline('import', 'audits', audits, ...into)).toMatchObject({ rows: 1, audits: 1, created: 1 })
  })

  test.each([
    ['a map that names no field of ours', '{"externalId":"number","colour":"x"}', /does not say what it should/],
    ['a map that is not JSON', '{', /cannot be read/],
  ])('%s is refused with its name', async (_, text, detail) => {
    const map = file('bad-map.json', text)
    const work = proofline('import', 'incidents', EVENT_LOG, '--org', 'x1', '--source', 's', '--map', map)
    await expect(work).rejects.toMatchObject({ code: 'invalid', detail: expect.stringMatching(detail) })
  })

  test.each([join(folder, 'absent.csv'), folder])('what is no file is refused: %s', async (path) => {
    const work = proofline('import', 'incidents', path, '--org', 'x1', '--source', 's', '--map', MAP)
    await expect(work).rejects.toMatchObject({ code: 'invalid', detail: expect.stringMatching(/cannot be read/) })
  })
})
