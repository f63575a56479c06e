import { afterAll, beforeAll, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { seededRandom } from '@/lib/testing/seeded-random'
import { assignFinding } from './assign-finding'
import { changeFindings } from './change-findings'
import { countFindings, matchFindings } from './count-findings'
import { endException } from './end-exception'
import { exceptFinding } from './except-finding'
import { rateFinding } from './rate-finding'

let close: () => Promise<void>
let cast: Cast
beforeAll(async () => {
  ;({ close } = await testDatabase())
  ;({ victim: cast } = await twoOrganizations())
})
afterAll(() => close())

const CHECKS = [probe('one'), probe('two', { severity: 'low', capabilities: [] as never }), probe('three')]
const BUCKETS = Array.from({ length: 8 }, (_, i) => bucket(`b${i}`, { region: i % 3 === 0 ? null : 'eu-west-1' }))
const NOW = new Date('2026-03-10T00:00:00Z')

/** Both as one sorted text a group: what is kept, and what is. */
const sides = () =>
  forOrganizations([cast.organization.id], async (tx) => {
    const group = `check_id, severity, state, layer, capabilities, assigned, exception_until`
    const kept = await tx.$queryRawUnsafe<{ line: string }[]>(
      `SELECT concat_ws('|', connection_id, ${group}, findings) AS line FROM finding_counts ORDER BY 1`,
    )
    const is = await tx.$queryRawUnsafe<{ line: string }[]>(
      `SELECT concat_ws('|', connection_id, check_id, severity, state, coalesce(layer::text, ''),
         array_to_string(capabilities, ','), owner_id IS NOT NULL, coalesce(exception_until, '0001-01-01'), count(*)) AS line
       FROM findings GROUP BY connection_id, check_id, severity, state, layer, capabilities, owner_id IS NOT NULL, exception_until
       ORDER BY 1`,
    )
    return { kept: kept.map(({ line }) => line).sort(), is: is.map(({ line }) => line).sort() }
  })

test('counts are what counting the findings would give, whatever was done to them in whatever order', async () => {
  const random = seededRandom('finding-counts')
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const connections = [await connectionOf(cast), await connectionOf(cast)]
  const some = () => BUCKETS.filter(() => random() < 0.5)
  const { org, assessor } = cast
  const anId = () =>
    forOrganizations([cast.organization.id], async (tx) => {
      const rows = await tx.finding.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
      return pick(rows).id
    })
  const ownerId = cast.admin.userId ?? ''
  const day = () => `2026-0${3 + Math.floor(random() * 5)}-15`
  const acts: (() => Promise<unknown>)[] = [
    () =>
      recorded(
        cast,
        { connectionId: pick(connections) },
        ...CHECKS.filter(() => random() < 0.7).map((check) => evaluated(check, some(), { undecided: some() })),
      ),
    async () =>
      assignFinding(assessor, { org, id: await anId(), assign: { ownerId: pick([ownerId, null]) }, now: NOW }),
    async () =>
      rateFinding(assessor, {
        org,
        id: await anId(),
        rate: { severity: pick(['critical', null]), reason: 'x' },
        now: NOW,
      }),
    async () =>
      exceptFinding(assessor, { org, id: await anId(), except: { ownerId, reason: 'x', until: day() }, now: NOW }),
    async () => endException(assessor, { org, id: await anId(), now: NOW }),
    () =>
      changeFindings(assessor, {
        org,
        change: { which: { filter: { check: 'one' } }, assign: { ownerId: pick([ownerId, null]) }, dryRun: false },
        now: NOW,
      }),
  ]
  await acts[0]?.()
  for (let step = 0; step < 60; step += 1) {
    await pick(acts)().catch((error: { code?: string }) => {
      if (error.code !== 'conflict') throw error
    })
    if (step % 6 === 5) {
      const { kept, is } = await sides()
      expect(kept).toEqual(is)
    }
  }
  const filters = [
    {},
    { state: 'open' },
    { severity: 'low' },
    { layer: 'none' },
    { capability: 'IAM-02' },
    { owner: 'none' },
    { exception: 'in-force' },
    { check: 'three', state: 'resolved' },
  ] as const
  for (const filter of filters) {
    const kept = await matchFindings(cast.viewer, { org, filter, now: NOW })
    const counted = await matchFindings(cast.viewer, { org, filter: { ...filter, source: 'check' }, now: NOW })
    expect({ filter, ...kept }).toEqual({ filter, ...counted })
  }
  const { open, accepted, resolved } = await countFindings(cast.viewer, { org, now: NOW })
  const { findings } = await matchFindings(cast.viewer, { org, filter: {}, now: NOW })
  expect(open + accepted + resolved).toBe(findings)
})
