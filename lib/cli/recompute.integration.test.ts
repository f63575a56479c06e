import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import { newId } from '@/lib/kernel/id'
import type { PackRecomputation } from '@/lib/model/pack-recomputation'
import { authorize } from '@/lib/services/authorize'
import { publishKeys } from '@/lib/services/publish-keys'
import { recordSnapshot } from '@/lib/services/record-snapshot'
import { approvedOf } from '@/lib/testing/assessments'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { builtPack } from '@/lib/testing/packs'
import { recompute } from './recompute'

let database: TestDatabase
let cast: Cast
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).attacker
  folder = mkdtempSync(join(tmpdir(), 'recompute-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

/** A run of a connection that feeds the deployment, read at an instant. */
async function runOf(deploymentId: string, at: string): Promise<void> {
  const id = newId()
  const settings = { kind: 'terraform' as const, workspace: id }
  const facts = { name: `plan ${id}`, deploymentId, settings, schedule: null, jitterMinutes: 0, pausedAt: null }
  await forOrganization(cast.organization.id, ({ connections }) => connections.create(id, facts, 'Ada Admin'))
  const admitted = await authorize(cast.admin, cast.org, 'run:start')
  const coverage = [{ operation: 'terraform:state', pages: 1, items: 0, error: null }]
  const part = { scope: { account: 'a', region: null, service: 'plan' }, resources: [], coverage }
  const read = { connectionId: id, trigger: 'upload' as const, parts: [part], at: new Date(at) }
  await recordSnapshot(cast.admin, { admitted, ...read })
}

test('every score in a pack the product built comes out again, held against the keys it publishes', async () => {
  const { id: deploymentId } = await deploymentOf(cast)
  await runOf(deploymentId, '2026-03-01T10:00:00Z')
  const { id } = await approvedOf(cast, { deploymentId, asOf: '2026-03-10', stage: 2 })
  const { bytes } = await builtPack(cast.auditor, cast.org)
  const [pack, keys] = [join(folder, 'pack.zip'), join(folder, 'keys.json')]
  writeFileSync(pack, bytes)
  writeFileSync(keys, JSON.stringify(await publishKeys()))
  const { json, code, text } = await recompute(pack, keys)
  const { ok, signer, scores } = json as PackRecomputation
  expect([ok, signer, code]).toEqual([true, 'confirmed', 0])
  expect(scores.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual(['assessment ok', 'run ok', 'run ok'])
  const assessment = scores.find(({ subjectId }) => subjectId === id)
  expect(scores.find(({ file }) => file === assessment?.cappedBy)?.kind).toBe('run')
  expect(text).toContain('3 of 3 signed scores came out as stated.')
})
