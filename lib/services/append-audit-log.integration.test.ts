import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditLog } from '@/lib/db/repositories/audit-log'
import { forOrganizations, type Tx } from '@/lib/db/scope'
import { sha256 } from '@/lib/db/sha256'
import { forOrganization } from '@/lib/db/store'
import { withClient } from '@/lib/db/with-client'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { verifyAuditLog } from './verify-audit-log'

let database: TestDatabase
let one: Cast
let other: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker: one, victim: other } = await twoOrganizations())
})
afterAll(() => database.close())

const superuser = (sql: string, values: unknown[] = []) =>
  withClient(database.setupUrl, async (client) => (await client.query(sql, values)).rows)
const verify = ({ admin, org }: Cast) => verifyAuditLog(admin, { org })
const append = (cast: Cast, event: Parameters<ReturnType<typeof auditLog>['append']>[1], actor: Actor = cast.admin) =>
  forOrganizations([cast.organization.id], (tx) => auditLog(tx, cast.organization.id).append(actor, event))
const latest = async ({ organization: { id } }: Cast) =>
  (await superuser('SELECT * FROM audit_entries WHERE organization_id = $1 ORDER BY seq DESC LIMIT 1', [id]))[0]
const checkpoints = async ({ organization: { id } }: Cast): Promise<number[]> =>
  (await superuser('SELECT seq::int FROM audit_checkpoints WHERE organization_id = $1 ORDER BY seq', [id])).map(
    ({ seq }) => seq,
  )

describe('many appends at once', () => {
  test('leave no gap and no fork, also from services that hold other rows, and none waits for ever', async () => {
    const { entries: before } = await verify(one)
    const deployments = Array.from({ length: 200 }, (_, n) => deploymentOf(one, { slug: `at-once-${n}` }))
    const beside = Array.from({ length: 40 }, () =>
      forOrganization(one.organization.id, async ({ organization, audit }) => {
        await organization.lock()
        await audit.append(one.admin, { action: 'test.first', subject: 'x' })
        await organization.get()
        await audit.append(one.admin, { action: 'test.second', subject: 'x' })
      }),
    )
    await Promise.all([...deployments, ...beside])
    expect(await verify(one)).toMatchObject({ ok: true, entries: before + 200 + 80 })
  })

  test('the first of an organization: its chain begins once', async () => {
    const id = newId()
    await superuser(`INSERT INTO organizations (id, name, sector, clouds) VALUES ($1, 'New', 'other', '{}')`, [id])
    const events = Array.from({ length: 12 }, (_, n) => ({ action: 'test.done', subject: String(n) }))
    await Promise.all(events.map((event) => forOrganizations([id], (tx) => auditLog(tx, id).append(one.admin, event))))
    const rows = await superuser('SELECT seq::int FROM audit_entries WHERE organization_id = $1 ORDER BY seq', [id])
    expect(rows.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1))
  })
})

describe('an entry', () => {
  test('says who, from where and by which decision, and binds what was there before and is there now', async () => {
    const context = { ...other.admin.context, address: '2001:db8::7', sessionId: randomUUID() }
    const [before, after] = [
      { b: 1, a: [null, 'é'] },
      { name: 'now', gone: undefined },
    ]
    const decision = { effect: 'allow' as const, action: 'deployment:write', policy: 'abc' }
    await append(other, { action: 'test.done', subject: 's', before, after, decision }, { ...other.admin, context })
    expect(await latest(other)).toMatchObject({
      actor_kind: 'person',
      actor_id: other.admin.userId,
      actor_name: 'Ada Admin',
      session_id: context.sessionId,
      address: '2001:db8::7',
      decision,
      before_digest: sha256(canonicalJson(before)),
      after_digest: sha256('{"name":"now"}'),
    })
  })

  test('is the same when it is read again, whatever numbers, characters and order of keys its detail holds', async () => {
    const detail = {
      z: [1e21, -0, 5e-324, 1.7976931348623157e308, 0.1, 123456789012345680000, -1e-7],
      a: {
        '\u20ac': '\ud83d\ude00',
        '\ufb33': 'nul \0 and half \ud800',
        é: 'e\u0301',
        '': null,
        '1': true,
        '10': 1,
        '9': 2,
      },
      text: '\u0001\u2028"\\/\u007f',
      left: undefined,
      at: new Date(0),
    }
    await append(other, { action: 'test.odd', subject: 'nul \0 \udfff', detail })
    expect(await verify(other)).toMatchObject({ ok: true })
    expect((await latest(other)).subject).toBe('nul \ufffd \ufffd')
  })

  test('is undone with its transaction, and the chain goes on as if it had not been', async () => {
    const { entries } = await verify(other)
    const failed = forOrganization(other.organization.id, async ({ audit }) => {
      await audit.append(other.admin, { action: 'test.undone', subject: 'x' })
      throw new Error('not this time')
    })
    await expect(failed).rejects.toThrow('not this time')
    await forOrganization(
      other.organization.id,
      ({ audit }) => audit.append(other.admin, { action: 'test.tried', subject: 'x' }),
      { dryRun: true },
    )
    await append(other, { action: 'test.done', subject: 'x' })
    expect(await verify(other)).toMatchObject({ ok: true, entries: entries + 1 })
  })

  test('costs four statements', async () => {
    let asked = 0
    await forOrganizations([other.organization.id], async (tx) => {
      const counted = new Proxy(tx, {
        get: (target, name) => {
          if (typeof name === 'string') asked += 1
          const value: unknown = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }) as Tx
      await auditLog(counted, other.organization.id).append(other.admin, { action: 'test.counted', subject: 'x' })
    })
    expect(asked).toBe(4)
  })
})

describe('checkpoints', () => {
  test('are made at the first entry and whenever sixty-four more are reached', async () => {
    const before = await checkpoints(other)
    expect(before).toEqual([1])
    const { entries } = await verify(other)
    for (let n = entries; n < 70; n += 1) await append(other, { action: 'test.done', subject: String(n) })
    expect(await checkpoints(other)).toEqual([1, 64])
    await forOrganization(other.organization.id, async ({ audit }) => {
      for (let n = 0; n < 100; n += 1) await audit.append(other.admin, { action: 'test.batch', subject: String(n) })
    })
    expect(await checkpoints(other)).toEqual([1, 64, 170])
    expect(await verify(other)).toMatchObject({ ok: true, entries: 170 })
  })

  test('are made once a day', async () => {
    await superuser(`UPDATE audit_checkpoints SET at = at - interval '25 hours' WHERE organization_id = $1`, [
      other.organization.id,
    ])
    await append(other, { action: 'test.next-day', subject: 'x' })
    await append(other, { action: 'test.same-day', subject: 'x' })
    expect(await checkpoints(other)).toEqual([1, 64, 170, 171])
  })
})

describe('entries older than the chain', () => {
  test('are bound to it by its first entry, and losing one is found', async () => {
    const id = other.organization.id
    const unchained = `UPDATE audit_entries SET seq = NULL, previous_hash = NULL, hash = NULL WHERE organization_id = $1`
    await superuser(unchained, [id])
    for (const table of ['audit_chains', 'audit_checkpoints']) {
      await superuser(`DELETE FROM ${table} WHERE organization_id = $1`, [id])
    }
    expect(await verify(other)).toMatchObject({ ok: true, entries: 0, older: 172 })
    await append(other, { action: 'test.after', subject: 'x' })
    expect(await verify(other)).toMatchObject({ ok: true, entries: 2, older: 172 })
    const oldest = `SELECT id FROM audit_entries WHERE organization_id = $1 AND seq IS NULL ORDER BY id LIMIT 1`
    await superuser(`DELETE FROM audit_entries WHERE organization_id = $1 AND id = (${oldest})`, [id])
    expect((await verify(other)).firstBroken).toMatchObject({ seq: null, fault: 'older-entries' })
  })
})

describe('the application’s role', () => {
  const inside = (cast: Cast, sql: string) =>
    forOrganizations([cast.organization.id], (tx) => tx.$executeRawUnsafe(sql)).catch((error: Error) => error.message)
  test.each(['audit_entries', 'audit_checkpoints', 'statements', 'audit_request_entries'])(
    'changes nothing in %s',
    async (table) => {
      const set = `organization_id = organization_id`
      for (const sql of [`UPDATE ${table} SET ${set}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        expect(await inside(one, sql)).toContain('permission denied')
      }
    },
  )
  test.each(['access_decisions', 'run_events'])(
    'rewrites nothing in %s, which a retention rule may shorten',
    async (table) => {
      for (const sql of [`UPDATE ${table} SET at = now()`, `TRUNCATE ${table}`])
        expect(await inside(one, sql)).toContain('permission denied')
    },
  )
  test('moves the head of a chain and does not remove it', async () => {
    expect(await inside(one, 'DELETE FROM audit_chains')).toContain('permission denied')
  })
})
