import { afterAll, beforeAll, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import type { Removal } from '@/lib/model/removal'
import { putRetentionRule } from '@/lib/services/put-retention-rule'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { remove, report } from './retention'

let database: TestDatabase
let cast: Cast
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
})
afterAll(() => database.close())

test('the machine’s owner reports, agrees by digest, and is told what went', async () => {
  expect((await report(cast.org)).text).toBe('No kind of record has a rule: everything is kept for good.')
  const rule = { kind: 'decisions' as const, keepDays: 90, reason: 'our policy' }
  await putRetentionRule(cast.admin, { org: cast.org, rule })
  const facts = { actorKind: 'user', actorName: 'A', action: 'x:read', effect: 'allow', reasons: [], sampled: false }
  const decision = {
    organizationId: cast.organization.id,
    id: newId(),
    at: new Date('2020-01-01'),
    policy: 'p',
    input: {},
  }
  await forOrganizations([cast.organization.id], (tx) => tx.accessDecision.create({ data: { ...decision, ...facts } }))
  const { json, text } = await report(cast.org)
  const { digest } = json as Removal
  expect(text).toContain('1 Jan 2020')
  expect(text).toContain(`retention remove --org ${cast.org} --digest ${digest}`)
  await expect(remove(cast.org, 'a'.repeat(64))).rejects.toMatchObject({ code: 'conflict' })
  expect(await remove(cast.org, digest)).toMatchObject({ text: 'Removed: 1 decision.', code: 0 })
  expect((await report(cast.org)).text).toContain('Nothing is past its time.')
})
