import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { forOrganizations } from '../scope'
import { forOrganization } from '../store'

const DAY = 86_400_000
const NOW = new Date('2026-11-22T12:00:00Z')

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
})
afterAll(() => database.close())

const add = async (daysAgo: number) => {
  const id = newId()
  const issuedAt = new Date(NOW.getTime() - daysAgo * DAY)
  const expiresAt = new Date(issuedAt.getTime() + 900_000)
  await forOrganization(cast.organization.id, ({ accessTokens }) =>
    accessTokens.add({ id, subject: 'ci', role: 'viewer', trustRuleId: null, issuedAt, expiresAt }),
  )
  return id
}
const exists = (id: string) =>
  forOrganizations([cast.organization.id], async (tx) => (await tx.accessToken.count({ where: { id } })) === 1)

test('tokens are remembered for a month, and forgotten along with a new one', async () => {
  const [old, recent] = [await add(31), await add(29)]
  await add(0)
  expect(await exists(old)).toBe(false)
  expect(await exists(recent)).toBe(true)
})

test('those that ended are not among those that hold, newest first', async () => {
  const ids = [await add(0), await add(1)]
  const live = await forOrganization(cast.organization.id, ({ accessTokens }) => accessTokens.live(NOW))
  expect(live.map(({ id }) => id)).toContain(ids[0])
  expect(live.map(({ id }) => id)).not.toContain(ids[1])
})
