import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '@/lib/db/with-client'
import { headText } from '@/lib/evidence/audit-chain'
import { newId } from '@/lib/kernel/id'
import type { BrokenEntry } from '@/lib/model/audit-verification'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { updateOrganization } from './update-organization'
import { verifyAuditLog } from './verify-audit-log'

/** Enough for a checkpoint in between. */
const ENTRIES = 70
const MIDDLE = 40

let database: TestDatabase
let victim: Cast
let attacker: Cast
/** Ids by place. */
let ids: string[]
let last: number

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  await deploymentOf(victim)
  for (let n = 0; n < ENTRIES; n += 1) {
    await updateOrganization(victim.admin, { org: victim.org, change: { headcount: 1_000 + n } })
  }
  ids = await asSuperuser(async (client) => {
    const { rows } = await client.query('SELECT id FROM audit_entries WHERE organization_id = $1 ORDER BY seq', [
      victim.organization.id,
    ])
    return ['', ...rows.map(({ id }) => id)]
  })
  last = ids.length - 1
})
afterAll(() => database.close())

type Client = Parameters<Parameters<typeof withClient>[1]>[0]

const asSuperuser = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(database.setupUrl, work)

const verify = (cast = victim) => verifyAuditLog(cast.auditor, { org: cast.org })

/** Does something to the victim's tables as somebody who is held by nothing, verifies, and puts everything back. */
async function brokenBy(tampering: string): Promise<BrokenEntry | null> {
  const tables = ['audit_entries', 'audit_chains', 'audit_checkpoints']
  return asSuperuser(async (client) => {
    // Whoever owns the disk is not held by an index or a key either.
    await client.query(`SET session_replication_role = replica`)
    for (const table of tables) await client.query(`CREATE TEMP TABLE kept_${table} AS TABLE ${table}`)
    try {
      await client.query(tampering.replaceAll('$org', `'${victim.organization.id}'`))
      return (await verify()).firstBroken
    } finally {
      for (const table of tables) {
        await client.query(`DELETE FROM ${table}`)
        await client.query(`INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`)
      }
    }
  })
}

const entry = (seq: number) => `organization_id = $org AND seq = ${seq}`

describe('an untouched log', () => {
  test('is unbroken up to its signed end, and so is its neighbour’s', async () => {
    const report = await verify()
    expect(report).toMatchObject({ ok: true, entries: last, older: 0, firstBroken: null, signedUpTo: { seq: last } })
    expect(report.keys).toHaveLength(1)
    expect(await verify(attacker)).toMatchObject({ ok: true })
  })
  test('is verified for whoever may read it and for nobody else', async () => {
    await expect(verifyAuditLog(victim.viewer, { org: victim.org })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(verifyAuditLog(attacker.admin, { org: victim.org })).rejects.toMatchObject({ code: 'not-found' })
  })
})

/** For each column, how one character of it is exchanged; a place in the chain is moved to where there was none. */
const COLUMNS: Record<string, string> = {
  id: `overlay(id::text placing 'f' from 20 for 1)::uuid`,
  at: `at + interval '1 millisecond'`,
  actor_kind: `overlay(actor_kind placing 'x' from 1)`,
  actor_id: `overlay(actor_id::text placing 'f' from 20 for 1)::uuid`,
  actor_name: `overlay(actor_name placing 'x' from 1)`,
  action: `overlay(action placing 'x' from 1)`,
  subject: `overlay(subject placing 'x' from 1)`,
  detail: `detail || '{"headcount": 7}'`,
  session_id: `overlay(session_id::text placing 'f' from 20 for 1)::uuid`,
  address: `overlay(coalesce(address, '192.0.2.1') placing '9' from 1)`,
  decision: `jsonb_set(coalesce(decision, '{}'), '{effect}', '"denied"')`,
  before_digest: `overlay(coalesce(before_digest, '') placing 'x' from 1)`,
  after_digest: `overlay(coalesce(after_digest, '') placing 'x' from 1)`,
  seq: `seq + 1000`,
  previous_hash: `overlay(coalesce(previous_hash, '') placing 'x' from 1)`,
  hash: `overlay(hash placing 'x' from 1)`,
}

describe('one changed byte is found, and the entry named', () => {
  test('every column of the table is tried', async () => {
    const { rows } = await database.owner.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'audit_entries'`,
    )
    const names = rows.map(({ column_name }) => column_name)
    expect(names.filter((name) => name !== 'organization_id').toSorted()).toEqual(Object.keys(COLUMNS).toSorted())
  })
  test.each(Object.keys(COLUMNS))('in %s', async (column) => {
    for (const seq of [2, MIDDLE, last]) {
      const broken = await brokenBy(`UPDATE audit_entries SET ${column} = ${COLUMNS[column]} WHERE ${entry(seq)}`)
      expect(broken?.seq).toBe(seq)
      if (column !== 'id' && column !== 'seq') expect(broken?.id).toBe(ids[seq])
    }
  })
  test('in organization_id: the entry is missed where it was', async () => {
    const moved = `UPDATE audit_entries SET organization_id = '${newId()}' WHERE ${entry(MIDDLE)}`
    expect(await brokenBy(moved)).toMatchObject({ seq: MIDDLE, id: null, fault: 'missing' })
  })
})

describe('rows', () => {
  test.each(['first', 'middle', 'last'])('the %s one dropped is missed at its place', async (which) => {
    const seq = { first: 1, middle: MIDDLE, last }[which] ?? 0
    const broken = await brokenBy(`DELETE FROM audit_entries WHERE ${entry(seq)}`)
    expect(broken).toMatchObject({ seq, id: null, fault: 'missing' })
  })
  test('two swapped are found at the first of them', async () => {
    const swapped = `
      DROP INDEX IF EXISTS audit_entries_organization_id_seq_key;
      UPDATE audit_entries SET seq = CASE seq WHEN 10 THEN 20 ELSE 10 END WHERE organization_id = $org AND seq IN (10, 20)`
    const undo = 'CREATE UNIQUE INDEX audit_entries_organization_id_seq_key ON audit_entries (organization_id, seq)'
    expect(await brokenBy(swapped).finally(() => asSuperuser((client) => client.query(undo)))).toMatchObject({
      seq: 10,
      id: ids[20],
    })
  })
  test.each([
    ['behind the end', `(SELECT max(seq) + 1 FROM audit_entries WHERE organization_id = $org)`],
    ['without a place', 'NULL'],
  ])('one added %s is named', async (_, seq) => {
    const id = newId()
    const added = `
      INSERT INTO audit_entries (organization_id, id, actor_kind, actor_name, action, subject, detail, seq)
      VALUES ($org, '${id}', 'person', 'Nobody', 'member.added', 'x', '{}', ${seq})`
    expect(await brokenBy(added)).toMatchObject({ id })
  })
  test('the end cut off along with its head and everything signed behind it shows against a head that was kept', async () => {
    const kept = (await verify()).signedUpTo
    const head = 'SELECT seq, hash, at, kid, signature FROM audit_checkpoints WHERE organization_id = $org AND seq = 64'
    const old = `UPDATE audit_chains c SET seq = k.seq, hash = k.hash, at = k.at, kid = k.kid, signature = k.signature
      FROM (${head}) k WHERE organization_id = $org`
    const cut = `DELETE FROM audit_entries WHERE organization_id = $org AND seq > 64; ${old}`
    expect(await brokenBy(cut)).toBeNull()
    expect(kept?.seq).toBe(last)
    const signed = `INSERT INTO audit_checkpoints SELECT organization_id, gen_random_uuid(), seq, hash, at, kid, signature
      FROM audit_chains WHERE organization_id = $org; ${cut}`
    expect(await brokenBy(signed)).toMatchObject({ seq: 65, fault: 'missing' })
  })
})

describe('what is signed', () => {
  test.each(['seq', 'hash', 'at', 'kid', 'signature'])('a head whose %s was changed is no head', async (column) => {
    const value = { seq: 'seq - 1', at: `at + interval '1 second'` }[column] ?? `overlay(${column} placing 'x' from 3)`
    const broken = await brokenBy(`UPDATE audit_chains SET ${column} = ${value} WHERE organization_id = $org`)
    expect(broken).toMatchObject({ seq: column === 'seq' ? last - 1 : last, fault: 'forged-signature' })
  })
  test('a checkpoint whose signature was changed is named', async () => {
    const changed = `UPDATE audit_checkpoints SET signature = overlay(signature placing 'x' from 3) WHERE ${entry(64)}`
    expect(await brokenBy(changed)).toMatchObject({ seq: 64, fault: 'forged-signature' })
  })
  test('a log written anew and signed with a key that was put into the database is no log of ours', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
    if (!('privateKey' in pair)) throw new Error('no pair')
    const { kty, crv, x } = await crypto.subtle.exportKey('jwk', pair.publicKey)
    const head = await asSuperuser(async (client) => {
      await client.query(
        `INSERT INTO signing_keys (kid, purpose, public_jwk, sealed_private, created_at)
         SELECT 'theirs', purpose, $1, sealed_private, '2020-01-01' FROM signing_keys WHERE purpose = 'audit' LIMIT 1`,
        [{ kty, crv, x }],
      )
      const { rows } = await client.query('SELECT seq::int, hash, at FROM audit_chains WHERE organization_id = $1', [
        victim.organization.id,
      ])
      return { ...rows[0], at: rows[0].at.toISOString() }
    })
    const text = Buffer.from(headText(victim.organization.id, head))
    const signature = Buffer.from(await crypto.subtle.sign('Ed25519', pair.privateKey, text)).toString('base64url')
    const signed = `UPDATE audit_chains SET kid = 'theirs', signature = '${signature}' WHERE organization_id = $org`
    expect(await brokenBy(signed)).toMatchObject({ seq: last, fault: 'forged-signature' })
  })
  test('a head that is gone is missed', async () => {
    expect(await brokenBy('DELETE FROM audit_chains WHERE organization_id = $org')).toMatchObject({ fault: 'no-head' })
  })
  test('a log that was emptied with its head is missed as long as a checkpoint is there', async () => {
    const emptied = `DELETE FROM audit_entries WHERE organization_id = $org; DELETE FROM audit_chains WHERE organization_id = $org`
    expect(await brokenBy(emptied)).toMatchObject({ seq: 1, fault: 'missing' })
  })
})

test('after all of this was put back the log is unbroken again', async () => {
  expect(await verify()).toMatchObject({ ok: true, entries: last })
})
