import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forOrganizations, type Tx } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import type { RecordKind } from '@/lib/model/record-kind'
import type { Removal } from '@/lib/model/removal'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { placeLegalHold } from './place-legal-hold'
import { planRemoval } from './plan-removal'
import { putRetentionRule } from './put-retention-rule'
import { releaseLegalHold } from './release-legal-hold'
import { removeRecords } from './remove-records'

const NOW = new Date('2026-11-22T12:00:00Z')
const DAYS = 100
/** The last day that is exactly as old as the rule says, and the first that is older. */
const [AT_LIMIT, PAST] = ['2026-08-14', '2026-08-13']

let database: TestDatabase
let cast: Cast
let victim: Cast
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  const both = await twoOrganizations()
  cast = both.attacker
  victim = both.victim
})

const within = <T>(of: Cast, work: (tx: Tx) => Promise<T>) => forOrganizations([of.organization.id], work)

/** Decisions of these instants, in both organizations. */
async function decisions(...instants: string[]): Promise<void> {
  for (const of of [cast, victim]) {
    const facts = { actorKind: 'user', actorName: 'A', action: 'x:read', effect: 'allow', reasons: [], sampled: false }
    const data = instants.map((at) => ({
      organizationId: of.organization.id,
      id: newId(),
      at: new Date(at),
      ...facts,
      policy: 'p',
      input: {},
    }))
    await within(of, (tx) => tx.accessDecision.createMany({ data }))
  }
}

const old = (of: Cast) =>
  within(of, (tx) =>
    tx.accessDecision.count({ where: { organizationId: of.organization.id, at: { lt: new Date('2026-11-01') } } }),
  )

const keep = (kind: RecordKind, keepDays: number | null = DAYS) =>
  putRetentionRule(cast.admin, { org: cast.org, rule: { kind, keepDays, reason: 'as our policy says' } })

const plan = () => planRemoval(cast.admin, { org: cast.org, now: NOW })
const remove = ({ id, digest }: Removal, more: { now?: Date; sliceMs?: number } = {}) =>
  removeRecords(cast.admin, { org: cast.org, id, digest, now: NOW, ...more })

const hold = (kinds: RecordKind[], from: string | null = null, to: string | null = null, name = 'Case 7') =>
  placeLegalHold(cast.admin, { org: cast.org, hold: { name, reason: 'a dispute', kinds, from, to } })

describe('a report', () => {
  test('of an organization without rules names nothing: all is kept for good', async () => {
    await decisions(`${PAST}T23:59:59Z`)
    const { report, state } = await plan()
    expect([report.kinds, state]).toEqual([[], 'planned'])
  })

  test('names what is older than its rule to the day, and nothing of another organization', async () => {
    await decisions(`${AT_LIMIT}T00:00:00Z`, `${PAST}T23:59:59.999Z`, '2026-01-31T00:00:00Z')
    await keep('decisions')
    const { report } = await plan()
    expect(report.kinds).toMatchObject([
      { kind: 'decisions', before: AT_LIMIT, records: 2, bytes: null, oldest: '2026-01-31', newest: PAST, held: [] },
    ])
  })

  test('says what a hold keeps, and by which name', async () => {
    await decisions(`${PAST}T00:00:00Z`, '2026-02-01T00:00:00Z', '2026-01-31T00:00:00Z')
    await keep('decisions')
    await hold(['decisions'], '2026-01-01', '2026-01-31')
    await hold(['packs'], null, null, 'Of another kind')
    const [kind] = (await plan()).report.kinds
    expect([kind?.records, kind?.oldest]).toEqual([2, '2026-02-01'])
    expect(kind?.held).toMatchObject([{ name: 'Case 7', reason: 'a dispute', records: 1 }])
  })

  test('is the same again while nothing changes, and takes the place of the one before', async () => {
    await decisions(`${PAST}T00:00:00Z`)
    await keep('decisions')
    const [first, second] = [await plan(), await plan()]
    expect(second.digest).toBe(first.digest)
    await expect(remove(first)).rejects.toMatchObject({ code: 'conflict' })
    expect((await remove(second)).state).toBe('done')
  })

  test('is nobody’s but an administrator’s', async () => {
    for (const actor of [cast.viewer, cast.assessor, cast.auditor])
      await expect(planRemoval(actor, { org: cast.org })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a removal', () => {
  test('removes exactly what the report says, in this organization alone', async () => {
    await decisions(`${AT_LIMIT}T00:00:00Z`, `${PAST}T00:00:00Z`, '2026-01-31T00:00:00Z')
    await keep('decisions')
    const done = await remove(await plan())
    expect(done).toMatchObject({ state: 'done', removed: { kinds: [{ kind: 'decisions', records: 2 }] } })
    expect([await old(cast), await old(victim)]).toEqual([1, 3])
  })

  test('goes on where it stopped when its time was over', async () => {
    await decisions(`${PAST}T00:00:00Z`)
    await keep('decisions')
    const planned = await plan()
    const begun = await remove(planned, { sliceMs: 0 })
    expect([begun.state, await old(cast)]).toEqual(['removing', 1])
    await expect(plan()).rejects.toMatchObject({ code: 'conflict' })
    await expect(remove({ ...planned, digest: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'conflict' })
    expect([(await remove(planned)).state, await old(cast)]).toEqual(['done', 0])
    await expect(remove(planned)).rejects.toMatchObject({ code: 'conflict' })
  })

  test.each([
    ['a hold was placed', () => hold([])],
    ['a record came to it', () => decisions('2026-03-03T00:00:00Z')],
    ['a rule was changed', () => keep('decisions', 120)],
    ['a rule was taken away', () => keep('decisions', null)],
  ])('is refused when %s since the report, and removes nothing', async (_, change) => {
    await decisions(`${PAST}T00:00:00Z`)
    await keep('decisions')
    const planned = await plan()
    await change()
    const before = await old(cast)
    await expect(remove(planned)).rejects.toMatchObject({
      code: 'conflict',
      detail: expect.stringMatching(/Make a new report/),
    })
    expect(await old(cast)).toBe(before)
  })

  test('is refused by a report of last week', async () => {
    await decisions(`${PAST}T00:00:00Z`)
    await keep('decisions')
    const later = new Date(NOW.getTime() + 8 * 86_400_000)
    await expect(remove(await plan(), { now: later })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('stops when a hold is placed before it has come to its end', async () => {
    await decisions(`${PAST}T00:00:00Z`, '2026-01-01T00:00:00Z')
    await keep('decisions')
    const planned = await plan()
    await remove(planned, { sliceMs: 0 })
    const { id } = await hold(['decisions'], '2026-01-01', '2026-01-01')
    expect([(await remove(planned)).state, await old(cast)]).toEqual(['stopped', 2])
    await releaseLegalHold(cast.admin, { org: cast.org, id, reason: 'settled' })
    expect([(await remove(await plan())).state, await old(cast)]).toEqual(['done', 0])
  })

  test('of another organization looks absent', async () => {
    await keep('decisions')
    const { id, digest } = await plan()
    await expect(removeRecords(victim.admin, { org: victim.org, id, digest })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is in the audit log before and after, with its counts', async () => {
    await decisions(`${PAST}T00:00:00Z`)
    await keep('decisions')
    await remove(await plan())
    const rows = await within(cast, (tx) =>
      tx.auditEntry.findMany({
        where: { organizationId: cast.organization.id, action: { startsWith: 'removal.' } },
        orderBy: { seq: 'asc' },
      }),
    )
    expect(rows.map(({ action, detail }) => [action, (detail as { counts: unknown }).counts])).toEqual([
      ['removal.planned', [{ kind: 'decisions', records: 1 }]],
      ['removal.begun', [{ kind: 'decisions', records: 1 }]],
      ['removal.done', [{ kind: 'decisions', records: 1, bytes: null }]],
    ])
  })
})
