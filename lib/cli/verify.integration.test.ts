import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '@/lib/db/with-client'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { verifyAuditLogs } from './verify'

let database: TestDatabase
let one: Cast
let other: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker: one, victim: other } = await twoOrganizations())
})
afterAll(() => database.close())

test('one organization or all of them: unbroken logs end well', async () => {
  expect(await verifyAuditLogs({ org: one.org, all: false })).toMatchObject({
    json: { ok: true, logs: [{ organization: one.org, ok: true }] },
    code: 0,
  })
  const { json, text, code } = await verifyAuditLogs({ all: true })
  expect(json).toMatchObject({ ok: true, logs: [one, other].map(({ org }) => ({ organization: org })) })
  expect([text.split('\n').length, code]).toEqual([2, 0])
})

test('neither, both, or one that is not there is refused', async () => {
  await expect(verifyAuditLogs({ all: false })).rejects.toMatchObject({ code: 'invalid' })
  await expect(verifyAuditLogs({ org: one.org, all: true })).rejects.toMatchObject({ code: 'invalid' })
  await expect(verifyAuditLogs({ org: 'nobody', all: false })).rejects.toMatchObject({ code: 'not-found' })
})

test('a broken log is named with its entry, and the exit code is 1', async () => {
  const { id } = other.organization
  await withClient(database.setupUrl, (client) =>
    client.query(`UPDATE audit_entries SET actor_name = 'Nobody' WHERE organization_id = $1 AND seq = 3`, [id]),
  )
  const { json, text, code } = await verifyAuditLogs({ all: true })
  expect(json).toMatchObject({
    ok: false,
    logs: [{ ok: true }, { ok: false, firstBroken: { seq: 3, fault: 'changed' } }],
  })
  expect(text).toContain(`${other.org}: Entry 3 is broken. Entry 3 does not have the content its hash was made of.`)
  expect(code).toBe(1)
})
