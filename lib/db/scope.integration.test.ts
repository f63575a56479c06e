import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { forOrganizations, type Tx, withoutTenant } from './scope'

let database: TestDatabase
let victim: Cast
let attacker: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  await deploymentOf(victim)
})

afterAll(() => database.close())

const names = async (tx: Tx): Promise<string[]> =>
  (await tx.organization.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)

describe('a transaction', () => {
  test('sees the organizations it named, one or several, and nothing after it has ended', async () => {
    const both = [victim.organization.id, attacker.organization.id]
    expect(await forOrganizations(both, names)).toEqual(['The attacker', 'The victim'])
    expect(await forOrganizations([attacker.organization.id], names)).toEqual(['The attacker'])
    expect(await withoutTenant(names)).toEqual([])
  })

  test('finds nothing for an empty list', async () => {
    expect(await forOrganizations([], names)).toEqual([])
  })

  test.each(["'}; DROP TABLE users; --", '', `${newId()},${newId()}`])(
    'never sends an id that is none: %s',
    async (id) => {
      await expect(forOrganizations([id], names)).rejects.toMatchObject({ code: 'not-found' })
    },
  )

  test('that is a dry run tells what it would do and leaves nothing', async () => {
    const id = victim.organization.id
    const told = await forOrganizations(
      [id],
      async (tx) => {
        await tx.layerRollout.deleteMany({ where: { organizationId: id } })
        return tx.layerRollout.count()
      },
      { dryRun: true },
    )
    expect([told, await forOrganizations([id], (tx) => tx.layerRollout.count())]).toEqual([0, 5])
  })

  test('of many organizations goes by index and plans for itself; one of few is left to the planner', async () => {
    const settings = (ids: string[]) =>
      forOrganizations(ids, async (tx) => {
        const rows = await tx.$queryRaw<{ name: string; setting: string }[]>`
          SELECT name, setting FROM pg_settings WHERE name IN ('enable_seqscan', 'plan_cache_mode') ORDER BY name`
        return rows.map(({ setting }) => setting)
      })
    expect(await settings(Array.from({ length: 9 }, newId))).toEqual(['off', 'force_custom_plan'])
    expect(await settings([newId()])).toEqual(['on', 'auto'])
  })
})
