import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHECKS } from '@/lib/checks/registry'
import { forOrganizations } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { countFindings } from './count-findings'
import { exceptFinding } from './except-finding'
import { getAcceptedEffect } from './get-accepted-effect'
import { getFinding, getFindingEffect } from './get-finding'
import { listFindings } from './list-findings'

const NOW = new Date('2026-03-10T00:00:00Z')
const check = CHECKS.find(({ kind, feeds }) => kind === 'every' && feeds.length > 0)

let close: () => Promise<void>
let cast: Cast
let id: string
beforeAll(async () => {
  ;({ close } = await testDatabase())
  ;({ victim: cast } = await twoOrganizations())
  if (!check) throw new Error('no check feeds a stage')
  const organizationId = cast.organization.id
  const [connectionId, runId] = [await connectionOf(cast), newId()]
  await forOrganizations([organizationId], async (tx) => {
    const at = { organizationId_id: { organizationId, id: connectionId } }
    const snapshot = 'a'.repeat(64)
    const run = {
      organizationId,
      id: runId,
      connectionId,
      state: 'done' as const,
      trigger: 'person',
      requestedBy: 'Ada',
    }
    await tx.run.create({ data: { ...run, snapshot } })
    await tx.connection.update({ where: at, data: { latestRunId: runId } })
    const counted = { numerator: 8, denominator: 10, undecided: 0, gaps: [], factsAt: NOW }
    const verdict = { organizationId, id: newId(), runId, checkId: check.id, account: '1', verdict: 'fail' as const }
    await tx.checkVerdict.create({ data: { ...verdict, ...counted } })
  })
  await recorded(cast, { connectionId, runId }, evaluated(check, [bucket('a'), bucket('b')]))
  const { items } = await listFindings(cast.viewer, { org: cast.org, filter: {}, sort: 'severity', page: { limit: 1 } })
  id = items[0]?.id ?? ''
})
afterAll(() => close())

test('a finding names the run that saw it and the digest of what that run read', async () => {
  const { lastRun } = await getFinding(cast.viewer, { org: cast.org, id, now: NOW })
  expect(lastRun).toMatchObject({ snapshot: 'a'.repeat(64) })
})

test('fixing one of two changes nothing, fixing both lifts what the check held down', async () => {
  const effect = await getFindingEffect(cast.viewer, { org: cast.org, id, now: NOW })
  expect(effect?.one).toEqual({ findings: 1, capabilities: [], layers: [] })
  expect(effect?.check.findings).toBe(2)
  expect(effect?.check.capabilities.map(({ capability }) => capability)).toContain(check?.feeds[0]?.capability)
})

test('what keeps a capability from its next stage is counted', async () => {
  expect(await countFindings(cast.viewer, { org: cast.org, now: NOW })).toMatchObject({ open: 2, blocking: 2 })
})

test('an accepted risk changes no verdict; its price is what fixing would change', async () => {
  expect(await getAcceptedEffect(cast.viewer, { org: cast.org, now: NOW })).toBeNull()
  const except = { ownerId: cast.admin.userId ?? '', reason: 'Behind a proxy', until: '2026-04-01' }
  await exceptFinding(cast.assessor, { org: cast.org, id, except, now: NOW })
  expect(await getFindingEffect(cast.viewer, { org: cast.org, id, now: NOW })).toMatchObject({ check: { findings: 2 } })
  expect(await getAcceptedEffect(cast.viewer, { org: cast.org, now: NOW })).toMatchObject({ findings: 1 })
  expect(await countFindings(cast.viewer, { org: cast.org, now: NOW })).toMatchObject({ open: 1, blocking: 1 })
})
