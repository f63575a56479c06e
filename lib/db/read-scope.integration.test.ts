import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { type Reading, readAlone, readOrganizations, readWithoutTenant } from './read-scope'

let database: TestDatabase
let victim: Cast
let attacker: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
})

afterAll(() => database.close())

const names = async (tx: Reading): Promise<string[]> =>
  (await tx.$queryRaw<{ name: string }[]>`SELECT name FROM organizations ORDER BY name`).map(({ name }) => name)

const broken = (tx: Reading) => tx.$queryRaw`SELECT 1 / ${0}::int`

describe('a transaction that reads', () => {
  test('sees the organizations it named, one or several, and without any sees none', async () => {
    const both = [victim.organization.id, attacker.organization.id]
    expect(await readOrganizations(both, names)).toEqual(['The attacker', 'The victim'])
    expect(await readOrganizations([attacker.organization.id], names)).toEqual(['The attacker'])
    expect(await readOrganizations([], names)).toEqual([])
    expect(await readWithoutTenant(names)).toEqual([])
  })

  test('keeps to its own organizations beside a hundred others on the same few connections', async () => {
    const turns = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? victim : attacker).organization)
    const seen = await Promise.all(turns.map(({ id }) => readOrganizations([id], names)))
    expect(seen).toEqual(turns.map(({ name }) => [name]))
  })

  test('sends statements without waiting and gives each its own answer', async () => {
    const answers = await readWithoutTenant((tx) =>
      Promise.all([1, 2, 3].map((n) => tx.$queryRaw<{ n: number }[]>`SELECT ${n}::int AS n`)),
    )
    expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]])
  })

  test('can write nothing', async () => {
    const write = readWithoutTenant(
      (tx) => tx.$queryRaw`INSERT INTO users (id, email, name) VALUES (${newId()}::uuid, 'a@example.test', 'A')`,
    )
    await expect(write).rejects.toThrow('read-only transaction')
  })

  test('is a SELECT where it stands by itself, and sees no tenant', async () => {
    expect(await names(readAlone)).toEqual([])
    await expect(readAlone.$queryRaw`DELETE FROM users`).rejects.toThrow('only a SELECT')
    await expect(readAlone.$queryRaw`WITH gone AS (DELETE FROM users RETURNING 1) SELECT 1`).rejects.toThrow('only')
  })

  test('takes no statement after its end, when its connection may serve somebody else', async () => {
    let kept: Reading | undefined
    await readOrganizations([victim.organization.id], async (tx) => {
      kept = tx
    })
    await expect(kept ? names(kept) : null).rejects.toThrow('after the end')
  })

  test('that fails leaves a connection which serves the next', async () => {
    for (let i = 0; i < 10; i += 1) await expect(readWithoutTenant(broken)).rejects.toThrow('division by zero')
    expect(await readOrganizations([victim.organization.id], names)).toEqual(['The victim'])
  })

  test.each(["'}; DROP TABLE users; --", '', `${newId()},${newId()}`])(
    'never sends an id that is none: %s',
    async (id) => {
      await expect(readOrganizations([id], names)).rejects.toMatchObject({ code: 'not-found' })
    },
  )
})
