import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import { overrideEnv } from '@/lib/env'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { authorize } from './authorize'

let database: TestDatabase
let victim: Cast
const servers: Server[] = []

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim } = await twoOrganizations())
})
afterEach(async () => {
  overrideEnv({ opaUrl: null })
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})
afterAll(() => database.close())

/** A policy server that answers like this; from now on it decides. */
async function decidedBy(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const opaUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  overrideEnv({ opaUrl })
  return opaUrl
}
const answering =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}
const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'allowed',
    (error) => error.code,
  )
const reading = () => codeOf(authorize(victim.admin, victim.org, 'incident:read'))

describe('a policy server named by OPA_URL', () => {
  test('is asked what the policy in this process would be asked, and decides', async () => {
    const seen: unknown[] = []
    await decidedBy(async (request, response) => {
      seen.push([request.method, request.url, await bodyOf(request)])
      answering({ result: { effect: 'deny', reasons: ['after-hours'], revoke: false } })(request, response)
    })
    await expect(authorize(victim.admin, victim.org, 'incident:read')).rejects.toMatchObject({
      code: 'forbidden',
      detail: 'The access policy refuses this (after-hours).',
    })
    expect(seen).toMatchObject([
      [
        'POST',
        '/v1/data/proofline/access/decision',
        { input: { action: 'incident:read', subject: { kind: 'person', role: 'admin' } } },
      ],
    ])
  })

  test('may allow and ask for a proof, and the log says that it was not ours', async () => {
    await decidedBy(answering({ result: { effect: 'allow', reasons: [], revoke: false } }))
    expect(await codeOf(authorize(victim.viewer, victim.org, 'deployment:write'))).toBe('allowed')
    const newest = await forOrganization(victim.organization.id, ({ decisions }) =>
      decisions.page(undefined, { limit: 1 }),
    )
    expect(newest.items).toMatchObject([{ action: 'deployment:write', effect: 'allow', policy: 'external' }])
    await decidedBy(answering({ result: { effect: 'step-up', reasons: ['risk'], revoke: false } }))
    expect(await reading()).toBe('step-up')
  })
})

describe('closes when its policy server fails', () => {
  const failures: readonly [name: string, listener: RequestListener][] = [
    ['that knows no such policy', answering({})],
    ['that answers with an error', answering({ code: 'internal_error' }, 500)],
    ['that asks who we are', answering({ result: { effect: 'allow', reasons: [], revoke: false } }, 401)],
    ['that answers without content', answering({ result: { effect: 'allow', reasons: [], revoke: false } }, 204)],
    ['that speaks no JSON', (_, response) => response.end('allow')],
    ['that only says true', answering({ result: true })],
    ['that allows for a reason', answering({ result: { effect: 'allow', reasons: ['role'], revoke: false } })],
    ['that denies without a reason', answering({ result: { effect: 'deny', reasons: [], revoke: false } })],
    ['that hangs up', (request) => request.socket.destroy()],
  ]
  test.each(failures)('%s', async (_, listener) => {
    await decidedBy(listener)
    expect(await reading()).toBe('unavailable')
  })

  test('that sends us elsewhere: the other one is never asked', async () => {
    let asked = 0
    const elsewhere = await decidedBy((request, response) => {
      asked++
      answering({ result: { effect: 'allow', reasons: [], revoke: false } })(request, response)
    })
    await decidedBy((_, response) => response.writeHead(307, { location: `${elsewhere}/` }).end())
    expect(await reading()).toBe('unavailable')
    expect(asked).toBe(0)
  })

  test('that is not there', async () => {
    const opaUrl = await decidedBy(answering({}))
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done))
    overrideEnv({ opaUrl })
    expect(await reading()).toBe('unavailable')
  })

  test('that does not answer: after two seconds, and the refusal is kept', async () => {
    await decidedBy(() => {})
    const began = performance.now()
    expect(await reading()).toBe('unavailable')
    expect(performance.now() - began).toBeLessThan(4000)
    const newest = await forOrganization(victim.organization.id, ({ decisions }) =>
      decisions.page('deny', { limit: 1 }),
    )
    expect(newest.items).toMatchObject([{ action: 'incident:read', reasons: ['policy-unavailable'] }])
  })
})
