import { createCipheriv, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations, withoutTenant } from '@/lib/db/scope'
import { env, overrideEnv } from '@/lib/env'
import { derivedSecret } from '@/lib/env/key'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { twoOrganizations } from '@/lib/testing/organizations'
import { openFor, sealFor } from './seal'
import { openInstallation, sealInstallation } from './seal-installation'

const SECRET = 'a client’s secret'
const PURPOSE = 'connection:credentials'

let database: TestDatabase
let ours: string
let theirs: string

beforeAll(async () => {
  database = await testDatabase()
  const { attacker, victim } = await twoOrganizations()
  ;[theirs, ours] = [attacker.organization.id, victim.organization.id]
})
afterAll(() => database.close())

const seal = (organizationId = ours, text = SECRET) =>
  forOrganizations([organizationId], (tx) => sealFor(tx, organizationId, PURPOSE, text))
const open = (sealed: string, organizationId = ours, purpose = PURPOSE) =>
  forOrganizations([organizationId], (tx) => openFor(tx, organizationId, purpose, sealed)).catch(
    (error: { code?: string }) => error.code,
  )
const altered = (sealed: string, at: number) =>
  sealed.slice(0, at) + (sealed.at(at) === 'A' ? 'B' : 'A') + sealed.slice(at + 1)

describe('sealFor', () => {
  test('names its data key, never repeats itself and opens again', async () => {
    const [one, two] = [await seal(), await seal()]
    expect(one).toMatch(/^v1\.d-[0-9a-f-]{36}\.[\w-]+$/)
    expect(one).not.toBe(two)
    expect(one.slice(0, 41)).toBe(two.slice(0, 41))
    expect(await open(one)).toBe(SECRET)
    expect(await open(await seal(ours, ''))).toBe('')
  })

  test('makes one data key for an organization however many need it first, wrapped under a named key', async () => {
    await Promise.all([seal(theirs), seal(theirs), seal(theirs)])
    const { rows } = await database.owner
      .query(`SET app.organization_ids = '{${ours},${theirs}}'`)
      .then(() =>
        database.owner.query('SELECT wrapped, wrapped_by FROM data_keys WHERE organization_id = $1', [theirs]),
      )
    expect(rows).toHaveLength(1)
    expect(rows[0].wrapped).toMatch(new RegExp(`^v1\\.${rows[0].wrapped_by}\\.`))
  })

  test.each([
    ['for another purpose', async () => open(await seal(), ours, 'connection:other')],
    ['in another organization', async () => open(await seal(), theirs)],
    ['when a bit of the body was changed', async () => open(altered(await seal(), 60))],
    ['when its nonce was changed', async () => open(altered(await seal(), 43))],
    ['cut short', async () => open((await seal()).slice(0, 60))],
    [
      'under another key’s name',
      async () => open((await seal(theirs)).replace(/d-[0-9a-f-]+/, (await seal()).slice(3, 41))),
    ],
    ['under no key’s name', () => open('bm90aGluZw')],
    ['under a name that is none', () => open('v1.d-0-0.bm90aGluZw')],
  ])('%s it does not open', async (_, opening) => {
    expect(await opening()).toBe('unavailable')
  })

  test('a data key copied into another organization does not open there', async () => {
    const sealed = await seal(theirs)
    const id = sealed.slice(5, 41)
    await database.owner.query(`SET app.organization_ids = '{${ours},${theirs}}'`)
    await database.owner.query(
      `INSERT INTO data_keys SELECT $1, id, wrapped, wrapped_by, created_at, now() FROM data_keys WHERE id = $2`,
      [ours, id],
    )
    expect(await open(sealed)).toBe('unavailable')
    await database.owner.query('DELETE FROM data_keys WHERE organization_id = $1 AND id = $2', [ours, id])
  })
})

describe('a secret of the installation', () => {
  const sealedSecret = (id: string) => withoutTenant((tx) => sealInstallation(tx, `identity-provider:${id}`, SECRET))
  const refused = expect.objectContaining({ code: 'unavailable', detail: undefined })

  test('opens for its own purpose alone', async () => {
    const sealed = await sealedSecret('okta')
    expect(sealed).toMatch(/^v1\.k-[0-9a-f]{12}\.[\w-]+$/)
    expect(openInstallation('identity-provider:okta', sealed)).toBe(SECRET)
    expect(() => openInstallation('identity-provider:other', sealed)).toThrow(refused)
    expect(() => openInstallation('signing-key', sealed)).toThrow(refused)
  })

  test('sealed before keys had names still opens, whichever of the keys it was', () => {
    const { keys } = env()
    const old = randomBytes(32)
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', derivedSecret(old, 'signing-key'), iv)
    cipher.setAAD(Buffer.from('signing-key'))
    const body = Buffer.concat([cipher.update(SECRET, 'utf8'), cipher.final()])
    const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    expect(() => openInstallation('signing-key', sealed)).toThrow(refused)
    overrideEnv({ keys: [...keys, old] })
    const opened = openInstallation('signing-key', sealed)
    overrideEnv({ keys })
    expect(opened).toBe(SECRET)
  })

  test('sealed with a key that is not known here says which one and what to do, in the log alone', async () => {
    const { keys } = env()
    const sealed = await sealedSecret('okta')
    overrideEnv({ keys: [randomBytes(32)] })
    const failure = (() => {
      try {
        return openInstallation('identity-provider:okta', sealed)
      } catch (error) {
        return error
      } finally {
        overrideEnv({ keys })
      }
    })()
    expect(failure).toMatchObject({ code: 'unavailable', detail: undefined })
    expect(failure).toHaveProperty('reason', expect.stringContaining(sealed.slice(3, 17)))
    expect(failure).toHaveProperty('reason', expect.stringContaining('PROOFLINE_KEY'))
  })
})
