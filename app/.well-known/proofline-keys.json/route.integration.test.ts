import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operator } from '@/lib/auth/operator'
import { currentSigner } from '@/lib/db/keys/signing-key'
import { withoutTenant } from '@/lib/db/scope'
import { verifyPack } from '@/lib/evidence/verify-pack/verify-pack'
import { type PublishedKey, PublishedKeys } from '@/lib/model/signed-statement'
import { publishKeys } from '@/lib/services/publish-keys'
import { revokeKey } from '@/lib/services/revoke-key'
import { rotateSigningKeys } from '@/lib/services/rotate-signing-keys'
import { verifyAuditLog } from '@/lib/services/verify-audit-log'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { packEntries, testKey, zipped } from '@/lib/testing/evidence-pack'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { GET as published } from './route'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim: cast } = await twoOrganizations())
})
afterAll(() => database.close())

const current = async (purpose: PublishedKey['purpose']): Promise<PublishedKey> => {
  await withoutTenant((tx) => currentSigner(tx, purpose))
  const key = (await publishKeys()).keys.find((one) => one.purpose === purpose && one.replacedAt === null)
  if (!key) throw new Error(`no key signs for ${purpose}`)
  return key
}
const sign = (bytes: Uint8Array) => withoutTenant(async (tx) => (await currentSigner(tx, 'evidence')).sign(bytes))

/** A pack signed by the installation's own key, as of the day after it was made. */
async function ownPack(): Promise<Blob> {
  const key = await current('evidence')
  const audit = await testKey('audit')
  const evidence = { published: key, sign }
  return new Blob([
    await zipped(await packEntries({ evidence, audit, keys: [key], asOf: key.validFrom, files: NO_LOG })),
  ])
}
const NO_LOG = { 'audit-log/entries.jsonl': null, 'audit-log/heads.json': null }

const verdict = async (pack: Blob) => {
  const { verdict, signer, faults } = await verifyPack(pack, await publishKeys())
  return [verdict, signer?.standing, faults.map(({ reason }) => reason).join()]
}

describe('the key history', () => {
  test('is public, may be kept for minutes, and holds nothing private', async () => {
    await current('evidence')
    const answer = await published(new Request('http://localhost:3000/.well-known/proofline-keys.json'))
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    const text = await answer.text()
    expect(text).not.toContain('"d"')
    const { keys } = PublishedKeys.parse(JSON.parse(text))
    expect(new Set(keys.map(({ purpose }) => purpose))).toEqual(new Set(['evidence', 'audit']))
  })

  test('does not hold a key that was only written into the database', async () => {
    const { jwk, kid } = (await testKey('evidence')).published
    await database.owner.query(
      `INSERT INTO signing_keys (kid, purpose, public_jwk, sealed_private, created_at) VALUES ($1, 'evidence', $2, 'v1.x', '2020-01-01')`,
      [kid, jwk],
    )
    expect((await publishKeys()).keys.map((key) => key.kid)).not.toContain(kid)
    await database.owner.query('DELETE FROM signing_keys WHERE kid = $1', [kid])
  })
})

describe('a pack', () => {
  test('verifies after its key was rotated, and no longer once it was revoked', async () => {
    const pack = await ownPack()
    expect(await verdict(pack)).toEqual(['verified', 'signs-now', ''])
    const { kid } = await current('evidence')
    await rotateSigningKeys(await operator())
    expect(await verdict(pack)).toEqual(['verified', 'replaced', ''])
    await revokeKey(await operator(), { kid, because: 'the disk was sold' })
    expect(await verdict(pack)).toEqual(['refused', 'revoked', 'key-revoked'])
  })
})

describe('revoking a key', () => {
  test('that signs now lets a new one sign, and says so in every organization’s log', async () => {
    const { kid } = await current('evidence')
    const revoked = await revokeKey(await operator(), { kid, because: 'it leaked' })
    expect(revoked).toMatchObject({ purpose: 'evidence', replacedBy: (await current('evidence')).kid })
    await database.owner.query(`SET app.organization_ids = '{${cast.organization.id}}'`)
    const { rows } = await database.owner.query(
      `SELECT detail FROM audit_entries WHERE action = 'signing-key.revoked' AND subject = $1`,
      [kid],
    )
    expect(rows).toEqual([{ detail: { purpose: 'evidence', replacedBy: revoked.replacedBy, because: 'it leaked' } }])
  })

  test('of the audit log leaves the logs good, held by the new key and no longer by that one', async () => {
    const { kid } = await current('audit')
    expect((await verifyAuditLog(cast.auditor, { org: cast.org })).keys).toContain(kid)
    const { replacedBy } = await revokeKey(await operator(), { kid, because: 'it leaked' })
    const { ok, keys } = await verifyAuditLog(cast.auditor, { org: cast.org })
    expect([ok, keys.includes(kid), keys.at(-1)]).toEqual([true, false, replacedBy])
  })

  test('a second time, one that is not there, without a reason, or by an administrator is refused', async () => {
    const { kid } = await current('evidence')
    const act = await operator()
    await expect(revokeKey(act, { kid, because: ' ' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(revokeKey(act, { kid: 'nobody', because: 'why' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(revokeKey(cast.admin, { kid, because: 'why' })).rejects.toMatchObject({ code: 'forbidden' })
    await revokeKey(act, { kid, because: 'why' })
    await expect(revokeKey(act, { kid, because: 'why' })).rejects.toMatchObject({ code: 'conflict' })
  })
})
