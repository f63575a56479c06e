import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { addTrustRule } from '@/lib/services/add-trust-rule'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { exchange, exchangeForm, reasonOfLastExchange } from '@/lib/testing/exchange'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { rule, SUBJECT, trusting } from '@/lib/testing/trusting'
import { POST } from './route'

let database: TestDatabase
let cast: Cast
let other: Cast
let trust: Awaited<ReturnType<typeof trusting>>

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim: cast, attacker: other } = await twoOrganizations())
  overrideEnv({ ratePerMinute: 1_000_000 })
  trust = await trusting(cast)
})
afterAll(() => database.close())

const ask = (token: string, org = cast.org) => exchange(POST, exchangeForm(token, org))

const lastReason = () => reasonOfLastExchange(cast)

describe('a token that was used', () => {
  const used = { status: 400, reason: 'token-used-before' }
  const again = async (token: string) => ({ status: (await ask(token)).status, reason: await lastReason() })

  test('is refused the second time', async () => {
    const token = await trust.signed({ jti: 'once' })
    expect((await ask(token)).status).toBe(200)
    expect(await again(token)).toEqual(used)
  })

  test('is exchanged once when many bring it at once', async () => {
    const token = await trust.signed({ jti: 'many' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(token)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is refused with its signature written in the other way (r and n − s)', async () => {
    const token = await trust.signed({ jti: 'malleable' })
    expect((await ask(token)).status).toBe(200)
    expect(await again(otherSignature(token))).toEqual(used)
  })

  test('is refused with the unused bits of its last letter changed', async () => {
    const token = await trust.signed({ jti: 'letters' })
    expect((await ask(token)).status).toBe(200)
    const last = token.slice(-1)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const same = alphabet[alphabet.indexOf(last) ^ 1] ?? ''
    expect((await again(token.slice(0, -1) + same)).status).toBe(400)
  })

  test('is refused by another organization that trusts the same issuer', async () => {
    const builds = rule({ name: 'builds', subjectPattern: SUBJECT, jwks: { keys: [trust.keys.ec.publicJwk] } })
    await addTrustRule(other.admin, { org: other.org, rule: builds })
    const token = await trust.signed({ jti: 'elsewhere' })
    expect((await ask(token)).status).toBe(200)
    expect((await ask(token, other.org)).status).toBe(400)
  })

  test('is not used up by a refused try', async () => {
    const token = await trust.signed({ jti: 'untouched' })
    const [head, payload] = token.split('.')
    expect((await ask(`${head}.${payload}.${Buffer.alloc(64).toString('base64url')}`)).status).toBe(400)
    expect((await ask(token)).status).toBe(200)
  })
})

/** ECDSA verifies n − s wherever it verifies s; n is the order of P-256 (NIST SP 800-186 §3.2.1.3). */
function otherSignature(token: string): string {
  const [head, payload, signature = ''] = token.split('.')
  const n = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
  const bytes = Buffer.from(signature, 'base64url')
  const s = n - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
  const flipped = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')])
  return `${head}.${payload}.${flipped.toString('base64url')}`
}
