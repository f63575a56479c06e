import { once } from 'node:events'
import { createServer, get, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { selfSigned } from '@/lib/testing/self-signed'
import { guardedFetch } from './guarded-fetch'
import { outboundAgent } from './outbound-agent'

const HOST = 'idp.example'
const held = selfSigned(HOST)
const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
let server: Server
let url: string
let reached = 0

beforeAll(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
  server = createServer(held, (_, response) => {
    reached += 1
    response.end('whoever')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `https://${HOST}:${(server.address() as AddressInfo).port}/`
})
afterAll(() => new Promise((closed) => server.close(closed)))

const withAgent = (options: object): Promise<unknown> =>
  new Promise((answered, failed) => {
    get(url, { agent: outboundAgent(url, resolve), ...options }, (answer) => answered(answer.resume().statusCode)).on(
      'error',
      failed,
    )
  })

test('a server that vouches for itself gives no answer, and is told nothing', async () => {
  await expect(guardedFetch(url, {}, resolve)).rejects.toMatchObject({
    code: 'unavailable',
    cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  })
  await expect(withAgent({})).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(reached).toBe(0)
})
test('a server that shows the certificate of another host gives none either', async () => {
  const elsewhere = url.replace(HOST, 'other.example')
  const agent = outboundAgent(elsewhere, resolve)
  const asked = new Promise((answered, failed) => {
    get(elsewhere, { agent, ca: held.cert }, answered).on('error', failed)
  })
  await expect(asked).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})
test('the same server answers whoever has reason to trust it', async () => {
  expect(await withAgent({ ca: held.cert })).toBe(200)
})
