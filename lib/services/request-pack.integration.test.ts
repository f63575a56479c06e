import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { verifyPack } from '@/lib/evidence/verify-pack/verify-pack'
import { engagementOf, scopedAuditor } from '@/lib/testing/audit-desk'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { builtPack, incidentsOf, packRequest, unzipped } from '@/lib/testing/packs'
import { createDeployment } from './create-deployment'
import { endEngagement } from './end-engagement'
import { getPack } from './get-pack'
import { listPacks } from './list-packs'
import { publishKeys } from './publish-keys'
import { readPack } from './read-pack'
import { requestPack } from './request-pack'

let database: TestDatabase
let cast: Cast
let other: Cast
beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker: cast, victim: other } = await twoOrganizations())
  await incidentsOf(cast, ['A-1', 'A-2', 'A-3'])
})
afterAll(() => database.close())

const ask = (given: Parameters<typeof packRequest>[0], actor = cast.auditor) =>
  requestPack(actor, { org: cast.org, pack: packRequest(given), isBuiltHere: true })
const held = () =>
  forOrganizations([cast.organization.id], async (tx) => [
    await tx.evidencePack.count({ where: { organizationId: cast.organization.id } }),
    await tx.auditEntry.count({ where: { organizationId: cast.organization.id } }),
  ])
const logged = async () => {
  const where = { organizationId: cast.organization.id, action: { startsWith: 'evidence-pack.' } }
  const rows = await forOrganizations([cast.organization.id], (tx) =>
    tx.auditEntry.findMany({ where, orderBy: { seq: 'asc' } }),
  )
  return rows.map(({ action, actorName }) => `${action} by ${actorName}`)
}

describe('what is not there or cannot be is refused before anything is written', () => {
  const period = (from: string, to: string) => ({ period: { from, to } })
  test.each([
    ['a framework', { framework: 'custom:nobodys' }, 'framework'],
    ['a standard', { framework: 'no_such_standard' }, 'framework'],
    ['a period that has not begun', period('2031-01-01', '2031-12-31'), 'period.from'],
    ['a period longer than five years', period('2021-01-01', '2026-01-01'), 'period.to'],
    ['an instant ahead', { asOf: '2099-01-01T00:00:00Z' }, 'asOf'],
    ['an instant before the period', { asOf: '2025-06-01T00:00:00Z' }, 'period.from'],
    ['a deployment', { deploymentIds: ['0190a8f0-0000-7000-8000-000000000001'] }, 'deploymentIds'],
    ['a population', { sampling: { seed: 's', size: 1, chosen: { secrets: ['x'] } } }, 'sampling.chosen.secrets'],
    ['a chosen row', { sampling: { seed: 's', size: 1, chosen: { incidents: ['x'] } } }, 'sampling.chosen.incidents'],
  ])('%s', async (_, given, field) => {
    const before = await held()
    await expect(ask(given)).rejects.toMatchObject({ code: 'invalid', problems: [{ field }] })
    expect(await held()).toEqual(before)
  })

  test('a deployment of another organization looks absent', async () => {
    const { id } = await deploymentOf(other, { slug: 'theirs' })
    await expect(ask({ deploymentIds: [id] })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('exactly five years are a period', async () => {
    expect((await ask({ ...period('2021-12-01', '2026-11-30') })).state).toBe('queued')
  })
})

test('rows an auditor chose are the sample, and stand in the selection', async () => {
  const { bytes } = await builtPack(cast.auditor, cast.org)
  const ids = [...((await unzipped(bytes)).get('populations/incidents.csv') ?? '').matchAll(/^[0-9a-f-]{36}/gm)].map(
    String,
  )
  const chosen = ids.slice(1, 3)
  const again = await builtPack(cast.auditor, cast.org, {
    sampling: { seed: 's', size: 1, chosen: { incidents: chosen } },
  })
  const files = await unzipped(again.bytes)
  const { populations } = JSON.parse(files.get('samples/selection.json') ?? '')
  expect(populations.incidents).toMatchObject({ selected: 'chosen', ids: chosen.toSorted(), rows: 3 })
  expect(populations.members.selected).toBe('drawn')
  expect(files.get('samples/incidents.csv')?.split('\r\n')).toHaveLength(4)
})

test('asking and taking are written down, by whom', async () => {
  const before = (await logged()).length
  const { pack } = await builtPack(cast.auditor, cast.org)
  const { content, bytes } = await readPack(cast.admin, { org: cast.org, id: pack.id })
  let read = 0
  for await (const chunk of content) read += chunk.length
  expect(read).toBe(bytes)
  expect((await logged()).slice(before)).toEqual([
    'evidence-pack.requested by Odo Auditor',
    'evidence-pack.downloaded by Ada Admin',
  ])
})

test.each(['viewer', 'assessor'] as const)('a %s neither asks for packs nor sees them', async (role) => {
  await expect(ask({}, cast[role])).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listPacks(cast[role], { org: cast.org, page: { limit: 5 } })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

describe('an auditor who was let in for a scope', () => {
  test('gets packs of that scope alone, sees their own alone, and none once the grant ended', async () => {
    const grant = await engagementOf(cast, { period: { from: '2026-01-01', to: '2026-06-30' } })
    const auditor = await scopedAuditor(cast)
    const inside = { period: { from: '2026-01-01', to: '2026-06-30' } }
    const whole = await ask({})
    for (const outside of [{}, { ...inside, framework: 'soc2_tsc_2017_rev2022' }])
      await expect(ask(outside, auditor)).rejects.toMatchObject({ code: 'forbidden' })
    const { pack } = await builtPack(auditor, cast.org, inside)
    const list = () => listPacks(auditor, { org: cast.org, page: { limit: 50 } })
    expect((await list()).items.map(({ id }) => id)).toEqual([pack.id])
    await expect(getPack(auditor, { org: cast.org, id: whole.id })).rejects.toMatchObject({ code: 'not-found' })
    await endEngagement(cast.admin, { org: cast.org, id: grant.id })
    expect((await list()).items).toEqual([])
    await expect(readPack(auditor, { org: cast.org, id: pack.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is told acts about what the pack holds; of all others the place alone, and the chain still holds', async () => {
    const period = { from: '2026-01-01', to: '2026-12-31' }
    await engagementOf(cast, { name: 'A second look', period })
    await createDeployment(cast.admin, {
      org: cast.org,
      deployment: { slug: 'elsewhere', name: 'Elsewhere', environment: 'AWS', rollouts: [] },
    })
    const asOf = new Date(Date.now() - 1).toISOString()
    const { bytes } = await builtPack(await scopedAuditor(cast), cast.org, { period, asOf })
    const entries = (await unzipped(bytes)).get('audit-log/entries.jsonl') ?? ''
    expect(entries).not.toContain('Elsewhere')
    expect(entries).toContain('member.added')
    const { verdict, auditLog } = await verifyPack(new Blob([bytes]), await publishKeys())
    expect(verdict).toBe('verified')
    expect(auditLog?.withheld).toBe(entries.split('"withheld":true').length - 1)
    expect(auditLog?.withheld).toBeGreaterThan(0)
  })
})
