import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET as keySet } from '@/app/.well-known/jwks.json/route'
import { issuerKeys } from '@/lib/auth/issuer-keys'
import { forOrganizations } from '@/lib/db/scope'
import { overrideEnv } from '@/lib/env'
import { addTrustRule } from '@/lib/services/add-trust-rule'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { exchange, exchangeForm } from '@/lib/testing/exchange'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { issuerKey, issuerServer, signJwt } from '@/lib/testing/trusted-issuer'
import { AUDIENCE, buildClaims, rule, SUBJECT, trusting } from '@/lib/testing/trusting'
import * as deployments from '../orgs/[org]/deployments/route'
import * as organization from '../orgs/[org]/route'
import { POST } from './route'

let database: TestDatabase
let cast: Cast
let other: Cast
let trust: Awaited<ReturnType<typeof trusting>>

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim: cast, attacker: other } = await twoOrganizations())
  overrideEnv({ ratePerMinute: 1_000_000, outboundAllow: ['127.0.0.1'] })
  trust = await trusting(cast)
})
afterAll(() => database.close())

let made = 0
const fresh = (claims: object = {}) => trust.signed({ jti: String(made++), ...claims })
const ask = async (fields: Record<string, string | undefined> = {}, token?: string) =>
  exchange(POST, exchangeForm(token ?? (await fresh()), cast.org, fields))
const reading = (token: string, org = cast.org) => callRoute(deployments.GET, { token, params: { org } })

describe('an exchanged token', () => {
  test('is answered as RFC 8693 says, for a quarter of an hour', async () => {
    const { status, body, headers } = await ask()
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: 900,
        scope: 'role:assessor',
      },
    })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('opens its organization in its role, and no other organization', async () => {
    const { body } = await ask()
    const token = body.access_token ?? ''
    expect((await reading(token)).status).toBe(200)
    expect((await reading(token, other.org)).status).toBe(404)
    const change = { token, method: 'PATCH', body: { name: 'x' }, params: { org: cast.org } }
    expect((await callRoute(organization.PATCH, change)).status).toBe(403)
  })

  test('can be checked by anybody with the published keys', async () => {
    const answer = await keySet(new Request('http://localhost:3000/.well-known/jwks.json'))
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    const keys = (await answer.json()) as JSONWebKeySet
    expect(JSON.stringify(keys)).not.toContain('"d"')
    const { payload } = await jwtVerify((await ask()).body.access_token ?? '', createLocalJWKSet(keys))
    expect(payload).toMatchObject({ iss: 'proofline', org: cast.organization.id, role: 'assessor' })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(900)
  })

  test('is in the log with rule, issuer and subject, and the rule says when it was used', async () => {
    const { payload } = await jwtVerify((await ask()).body.access_token ?? '', createLocalJWKSet(await published()))
    expect(await auditOf(cast, payload.jti ?? '')).toEqual(['token.exchanged'])
    const used = await forOrganizations([cast.organization.id], (tx) =>
      tx.trustRule.findFirst({ where: { name: 'builds' }, select: { lastUsedAt: true } }),
    )
    expect(used?.lastUsedAt).not.toBeNull()
  })

  test('has the role that was asked for when the rule gives more, and never more than it gives', async () => {
    expect((await ask({ scope: 'role:viewer' })).body.scope).toBe('role:viewer')
    for (const scope of ['role:admin', 'role:auditor', 'role:root', 'role:viewer role:admin', 'openid']) {
      const { status, body } = await ask({ scope })
      expect([status, body.error]).toEqual([400, 'invalid_scope'])
    }
  })

  test('ends with its rule', async () => {
    const narrow = rule({ name: 'narrow', subjectPattern: 'repo:acme/narrow:ref:refs/heads/main', role: 'viewer' })
    const { id } = await addTrustRule(cast.admin, { org: cast.org, rule: { ...narrow, ...keysOf('ec') } })
    const subject = { sub: 'repo:acme/narrow:ref:refs/heads/main' }
    const { body } = await ask({}, await fresh(subject))
    // Two rules fit; the one without * is meant.
    expect(body.scope).toBe('role:viewer')
    expect((await reading(body.access_token ?? '')).status).toBe(200)
    const { DELETE } = await import('../orgs/[org]/trust-rules/[id]/route')
    const removed = { actor: cast.admin, method: 'DELETE', params: { org: cast.org, id } }
    expect((await callRoute(DELETE, removed)).status).toBe(204)
    expect((await reading(body.access_token ?? '')).status).toBe(401)
    expect(await auditOf(cast, id)).toEqual(['trust-rule.added', 'trust-rule.removed'])
    expect((await ask({}, await fresh(subject))).body.scope).toBe('role:assessor')
  })
})

const published = async () =>
  (await keySet(new Request('http://localhost:3000/.well-known/jwks.json')).then((r) => r.json())) as JSONWebKeySet
const keysOf = (name: 'ec') => ({ jwks: { keys: [trust.keys[name].publicJwk] } })

describe('a form that is none', () => {
  test.each([
    ['of another grant', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    ['of a password grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['without a grant', { grant_type: undefined }, 'unsupported_grant_type'],
    ['without a token', { subject_token: undefined }, 'invalid_request'],
    ['with an empty token', { subject_token: '' }, 'invalid_request'],
    ['with a token of a megabyte', { subject_token: 'a'.repeat(20_000) }, 'invalid_request'],
    ['without a type of token', { subject_token_type: undefined }, 'invalid_request'],
    ['with a SAML assertion', { subject_token_type: 'urn:ietf:params:oauth:token-type:saml2' }, 'invalid_request'],
    ['for no organization', { audience: undefined }, 'invalid_request'],
    ['for two organizations', { organization: 'another' }, 'invalid_request'],
    ['for an organization that is a path', { audience: '../admin' }, 'invalid_request'],
    [
      'for a refresh token',
      { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' },
      'invalid_request',
    ],
    ['on behalf of somebody', { actor_token: 'x' }, 'invalid_request'],
  ])('%s is refused as an OAuth error', async (_, fields, error) => {
    const { status, body } = await ask(fields)
    expect({ status, error: body.error }).toEqual({ status: 400, error })
    expect(Object.keys(body).sort()).toEqual(['error', 'error_description'])
  })

  test('that names a field twice is refused, whichever it is', async () => {
    const form = exchangeForm(await fresh(), cast.org)
    for (const again of ['audience=another', 'subject_token=x', 'scope=role%3Aviewer&scope=role%3Aadmin']) {
      expect((await exchange(POST, `${form}&${again}`)).body.error).toBe('invalid_request')
    }
  })

  test('in JSON, or too large, is refused', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await exchange(POST, '{}', json)).body.error).toBe('invalid_request')
    expect((await exchange(POST, 'x='.padEnd(70_000, 'x'))).body.error).toBe('invalid_request')
  })

  test('sent by a build service, which is no browser, is not asked for its origin', async () => {
    const form = exchangeForm(await fresh(), cast.org)
    expect((await exchange(POST, form, { 'sec-fetch-site': 'none' })).status).toBe(200)
  })
})

describe('an issuer that is asked for its keys', () => {
  const subjectPattern = 'repo:acme/*:ref:refs/heads/main'

  async function asked(org: Cast, extra: (server: Awaited<ReturnType<typeof issuerServer>>) => object) {
    const server = await issuerServer()
    const key = await issuerKey('first')
    server.serve([key.publicJwk])
    const fields = { name: server.issuer, issuer: server.issuer, subjectPattern, ...extra(server) }
    await addTrustRule(org.admin, { org: org.org, rule: rule(fields) })
    const send = async (by: typeof key) => {
      const token = await signJwt(by, { ...buildClaims(), iss: server.issuer, jti: String(made++) })
      return (await exchange(POST, exchangeForm(token, org.org))).status
    }
    return { server, key, send }
  }

  test('is asked once for many tokens, by discovery or at its address', async () => {
    for (const extra of [() => ({}), ({ jwksUrl }: { jwksUrl: string }) => ({ jwksUrl })]) {
      const { server, key, send } = await asked(cast, extra)
      expect([await send(key), await send(key), await send(key)]).toEqual([200, 200, 200])
      expect(server.asked.keys).toBe(1)
      await server.close()
    }
  })

  test('is not asked more often because somebody makes keys up', async () => {
    const { server, key, send } = await asked(cast, () => ({}))
    expect(await send(key)).toBe(200)
    const invented = await Promise.all(Array.from({ length: 5 }, (_, i) => issuerKey(`invented-${i}`)))
    for (const one of invented) expect(await send(one)).toBe(400)
    expect(server.asked.keys).toBe(1)
    await server.close()
  })

  test('may have new keys: they are known a minute later, and removed ones forgotten after ten', async () => {
    const [server, first, second] = [await issuerServer(), await issuerKey('first'), await issuerKey('second')]
    const one = { kind: 'oidc', issuer: server.issuer, jwksUrl: null, jwks: null } as const
    const known = async (kid: string, minutes: number) => (await issuerKeys(one, kid, minutes * 60_000)).length
    server.serve([first.publicJwk])
    expect([await known('first', 0), await known('second', 0)]).toEqual([1, 0])
    server.serve([second.publicJwk])
    expect(await known('second', 0.9)).toBe(0)
    expect(await known('first', 0.9)).toBe(1)
    expect(await known('second', 1)).toBe(1)
    expect(await known('first', 1.5)).toBe(0)
    server.serve([])
    expect(await known('second', 10.9)).toBe(1)
    expect(await known('second', 11)).toBe(0)
    await server.close()
  })

  test('that calls itself another, or is down, is believed nothing', async () => {
    const { server, key, send } = await asked(cast, () => ({}))
    server.serve([key.publicJwk], `${server.issuer}/`)
    expect(await send(key)).toBe(400)
    await server.close()
    const gone = await asked(cast, ({ jwksUrl }) => ({ jwksUrl }))
    await gone.server.close()
    expect(await gone.send(gone.key)).toBe(400)
  })

  test('is not asked at an address inside our own network, nor is a rule with one kept', async () => {
    overrideEnv({ outboundAllow: [] })
    for (const issuer of [
      'https://127.0.0.1',
      'https://169.254.169.254',

      'https://[::1]',
    ]) {
      const inside = rule({ name: issuer, issuer, subjectPattern: SUBJECT, audience: AUDIENCE })
      await expect(addTrustRule(cast.admin, { org: cast.org, rule: inside })).rejects.toMatchObject({
        code: 'invalid',
        problems: [{ field: 'issuer' }],
      })
    }
    overrideEnv({ outboundAllow: ['127.0.0.1'] })
  })
})
