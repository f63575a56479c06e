import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOfToken } from '@/lib/auth/access-token'
import { operator } from '@/lib/auth/operator'
import { encrypt } from '@/lib/db/keys/cipher'
import { openInstallation } from '@/lib/db/keys/seal-installation'
import { forOrganization } from '@/lib/db/store'
import { overrideEnv } from '@/lib/env'
import { derivedSecret } from '@/lib/env/key'
import { forgetKeys } from '@/lib/services/forget-keys'
import { listKeys } from '@/lib/services/list-keys'
import { listSigningKeys } from '@/lib/services/list-signing-keys'
import { rotateKeys } from '@/lib/services/rotate-keys'
import { rotateSigningKeys } from '@/lib/services/rotate-signing-keys'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, NOWHERE, twoOrganizations } from '@/lib/testing/organizations'

let database: TestDatabase
let casts: Cast[]
let old: Buffer
let sealed: string[]
const fresh = randomBytes(32)

beforeAll(async () => {
  database = await testDatabase()
  const { attacker, victim } = await twoOrganizations()
  casts = [attacker, victim]
  ;[old = fresh] = overrideEnv({}).keys
  sealed = await Promise.all(casts.map(({ organization }) => inside(organization.id, 'seal', organization.slug)))
})
beforeEach(() => void overrideEnv({ keys: [old] }))
afterAll(() => database.close())

const inside = (organizationId: string, act: 'seal' | 'open', text: string) =>
  forOrganization(organizationId, ({ secrets }) => secrets[act]('connection', text))
const opened = () => Promise.all(casts.map(({ organization }, at) => inside(organization.id, 'open', sealed[at] ?? '')))

async function actions(organizationId: string): Promise<string[]> {
  await database.owner.query(`SET app.organization_ids = '{${organizationId}}'`)
  const { rows } = await database.owner.query(
    `SELECT action FROM audit_entries WHERE action ~ 'key' AND actor_kind = 'operator' ORDER BY seq`,
  )
  return rows.map(({ action }) => action)
}

describe('keys that an operator lists', () => {
  test('are exchanged by listing a new one first; what is left over is theirs to remove', async () => {
    overrideEnv({ keys: [fresh, old] })
    expect(await forgetKeys(await operator())).toMatchObject({ keys: [] })
    const rotation = await rotateKeys(await operator())
    expect(rotation).toMatchObject({ made: false, source: 'PROOFLINE_KEY', rewrapped: { dataKeys: 2 } })
    expect(await rotateKeys(await operator())).toMatchObject({ rewrapped: { dataKeys: 0, signingKeys: 0 } })
    expect(await opened()).toEqual(casts.map(({ org }) => org))
    const { keys } = await listKeys(await operator())
    expect(keys[1]).toMatchObject({ seals: false, dataKeys: 0, signingKeys: 0, identityProviders: 0 })
    expect(await forgetKeys(await operator())).toMatchObject({ dropped: false, keys: [keys[1]?.ref] })
    overrideEnv({ keys: [fresh] })
    expect(await opened()).toEqual(casts.map(({ org }) => org))
    for (const { organization } of casts) expect(await actions(organization.id)).toEqual(['data-key.rewrapped'])
  })

  test('take in what was sealed before keys had names, which nothing is forgotten before', async () => {
    overrideEnv({ keys: [fresh, old] })
    const { rows } = await database.owner.query(`SELECT kid, sealed_private FROM signing_keys WHERE purpose = 'audit'`)
    const jwk = Buffer.from(openInstallation('signing-key', rows[0].sealed_private))
    const unnamed = encrypt(derivedSecret(old, 'signing-key'), 'signing-key', jwk).toString('base64url')
    await database.owner.query('UPDATE signing_keys SET sealed_private = $1 WHERE kid = $2', [unnamed, rows[0].kid])
    await expect(operator().then(forgetKeys)).rejects.toMatchObject({ code: 'conflict' })
    expect(await rotateKeys(await operator())).toMatchObject({ rewrapped: { dataKeys: 0, signingKeys: 1 } })
    expect((await listKeys(await operator())).keys.every(({ ref }) => ref !== null)).toBe(true)
  })

  test('a process that does not know the new one yet says so in the log and lists it as missing', async () => {
    const failure = await opened().catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'unavailable', detail: undefined })
    expect(failure).toHaveProperty('reason', expect.stringMatching(/k-[0-9a-f]{12}.*PROOFLINE_KEY that lists it/))
    expect((await listKeys(await operator())).keys).toContainEqual(
      expect.objectContaining({ known: false, seals: false, dataKeys: 2 }),
    )
  })
})

describe('signing keys', () => {
  test('are published while access tokens they signed are believed, and nothing private with them', async () => {
    overrideEnv({ keys: [fresh, old] })
    const [cast] = casts
    const token = (await cast?.token('viewer')) ?? ''
    const before = await listSigningKeys()
    const rotated = await rotateSigningKeys(await operator())
    expect(rotated.map(({ purpose }) => purpose)).toContain('access-token')
    const after = await listSigningKeys()
    expect(after.keys.map(({ kid }) => kid)).toEqual([...before.keys.map(({ kid }) => kid), expect.any(String)])
    expect(after.keys[0]).toEqual({
      kty: 'EC',
      crv: 'P-256',
      alg: 'ES256',
      use: 'sig',
      kid: expect.any(String),
      x: expect.any(String),
      y: expect.any(String),
    })
    expect(await actorOfToken(token, NOWHERE)).toMatchObject({ kind: 'machine' })
    const later = new Date(Date.now() + 2 * 3_600_000)
    expect((await listSigningKeys(later)).keys).toHaveLength(1)
    for (const { organization } of casts) expect(await actions(organization.id)).toContain('signing-key.rotated')
  })
})

describe('an administrator', () => {
  test.each([rotateKeys, rotateSigningKeys, listKeys, forgetKeys])('of an organization may not %o', async (act) => {
    const [cast] = casts
    if (!cast) throw new Error('no cast')
    await expect(act(cast.admin)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
