import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations, type Tx, withoutTenant } from '@/lib/db/scope'
import { overrideEnv } from '@/lib/env'
import { newId } from '@/lib/kernel/id'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { testSettings } from '@/lib/testing/settings'
import type { Reading } from '../read-scope'
import { livePublicKey } from '../repositories/signing-keys'
import type { SigningPurpose } from './signature'
import { currentSigner, publicKeys, rotateSigningKey, verifier } from './signing-key'

const BYTES = Buffer.from('a head of a chain')

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  testSettings()
})
afterAll(() => database.close())

const sign = (purpose: SigningPurpose) =>
  withoutTenant(async (tx) => {
    const { kid, sign } = await currentSigner(tx, purpose)
    return { kid, signature: await sign(BYTES) }
  })
const verdict = (purpose: SigningPurpose, kid: string, signature: Uint8Array, bytes: Uint8Array = BYTES) =>
  withoutTenant(async (tx) => (await verifier(tx, purpose, kid))?.verify(bytes, signature) ?? null)
const rotate = (purpose: SigningPurpose, now?: Date) => withoutTenant((tx) => rotateSigningKey(tx, purpose, now))

describe('a signing key', () => {
  test('is made once, however many transactions need it first, also inside an organization', async () => {
    const inside = forOrganizations([newId()], (tx) => currentSigner(tx, 'evidence'))
    const signers = await Promise.all([...Array.from({ length: 6 }, () => sign('evidence')), inside])
    expect(new Set(signers.map(({ kid }) => kid)).size).toBe(1)
    const { rows } = await database.owner.query(`SELECT FROM signing_keys WHERE purpose = 'evidence'`)
    expect(rows).toHaveLength(1)
  })

  test.each(['audit', 'access-token'] as const)(
    'of %s signs what its public half verifies, and nothing else',
    async (purpose) => {
      const { kid, signature } = await sign(purpose)
      expect(signature).toHaveLength(64)
      expect(await verdict(purpose, kid, signature)).toBe(true)
      expect(await verdict(purpose, kid, signature, Buffer.from('another head'))).toBe(false)
      expect(await verdict(purpose, kid, signature.subarray(1))).toBe(false)
    },
  )

  test('of one purpose is unknown to another', async () => {
    const { kid, signature } = await sign('audit')
    expect(await verdict('evidence', kid, signature)).toBeNull()
    expect(await withoutTenant((tx) => livePublicKey(tx, 'access-token', kid))).toBeNull()
    expect(await withoutTenant((tx) => livePublicKey(tx, 'audit', kid))).not.toBeNull()
  })

  test('costs one statement once the process has it', async () => {
    await sign('audit')
    let asked = 0
    await withoutTenant((tx) => {
      const counted: Reading = {
        $queryRaw: (text, ...values) => {
          asked += 1
          return tx.$queryRaw(text, ...values)
        },
      }
      return currentSigner(counted as Tx, 'audit')
    })
    expect(asked).toBe(1)
  })

  test('has its private half at rest under the id of the key that sealed it', async () => {
    await sign('audit')
    const { rows } = await database.owner.query('SELECT public_jwk, sealed_private FROM signing_keys')
    expect(JSON.stringify(rows.map((row) => row.public_jwk))).not.toContain('"d"')
    for (const { sealed_private } of rows) expect(sealed_private).toMatch(/^v1\.k-[0-9a-f]{12}\.[\w-]+$/)
  })
})

describe('rotation', () => {
  test('lets a new key sign and the old one verify for an hour and the difference of clocks', async () => {
    const before = await sign('access-token')
    const now = new Date()
    const { kid, replaced } = await rotate('access-token', now)
    expect(replaced).toEqual([before.kid])
    expect((await sign('access-token')).kid).toBe(kid)
    const old = (await withoutTenant((tx) => publicKeys(tx, 'access-token'))).find((key) => key.kid === before.kid)
    expect(old).toMatchObject({ alg: 'ES256', replacedAt: now, retiredAt: new Date(now.getTime() + 3_900_000) })
    expect(await withoutTenant((tx) => livePublicKey(tx, 'access-token', before.kid))).not.toBeNull()
    await rotate('access-token', new Date(Date.now() - 2 * 3_600_000))
    expect(await withoutTenant((tx) => livePublicKey(tx, 'access-token', kid))).toBeNull()
  })

  test('never retires what signs records', async () => {
    const before = await sign('audit')
    await rotate('audit')
    expect((await sign('audit')).kid).not.toBe(before.kid)
    expect(await verdict('audit', before.kid, before.signature)).toBe(true)
    const [first] = await withoutTenant((tx) => publicKeys(tx, 'audit'))
    expect(first).toMatchObject({ kid: before.kid, alg: 'EdDSA', retiredAt: null })
    expect(first?.replacedAt).toBeInstanceOf(Date)
  })

  test('at once by several leaves one that signs', async () => {
    await Promise.all([rotate('audit'), rotate('audit'), rotate('audit')])
    const keys = await withoutTenant((tx) => publicKeys(tx, 'audit'))
    expect(keys.filter(({ replacedAt }) => replacedAt === null)).toHaveLength(1)
  })
})

describe('another installation’s key', () => {
  test('opens nothing, and the failure says so in the log alone', async () => {
    await rotate('evidence')
    const { keys } = overrideEnv({})
    overrideEnv({ keys: [randomBytes(32)] })
    const failure = await sign('evidence').catch((error: unknown) => error)
    overrideEnv({ keys })
    expect(failure).toMatchObject({
      code: 'unavailable',
      detail: undefined,
      reason: expect.stringContaining('the key k-'),
    })
  })
})
