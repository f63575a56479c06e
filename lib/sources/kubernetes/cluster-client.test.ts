import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { selfSigned } from '@/lib/testing/self-signed'
import { type ClusterClient, clusterClient } from './cluster-client'
import type { Credential } from './credential'

const ours = selfSigned('cluster.example')
const reader = selfSigned('reader')
const ask = {
  operation: 'get /version',
  context: { signal: new AbortController().signal, pace: async () => undefined },
}

let server: Server
let url: string
let connections = 0

/** A cluster that knows its callers by their certificates, and is reached at an address that its own does not name. */
beforeAll(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
  server = createServer(
    { ...ours, requestCert: true, rejectUnauthorized: true, ca: reader.cert },
    (request, response) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate()
      response.end(JSON.stringify({ caller: subject.CN, token: request.headers.authorization ?? null }))
    },
  ).listen(0, '127.0.0.1')
  server.on('secureConnection', () => {
    connections += 1
  })
  await once(server, 'listening')
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((closed) => server.close(closed))
})

async function told(credential: Partial<Credential>, work = (client: ClusterClient) => client.json('/version', ask)) {
  const whole = { ca: ours.cert, token: null, certificate: reader, servername: 'cluster.example', ...credential }
  const client = clusterClient(url, async () => whole)
  return work(client).finally(client.close)
}

test('a caller is known by the certificate of its kubeconfig, over one connection that is kept', async () => {
  const twice = async (client: ClusterClient) => {
    await client.json('/version', ask)
    return client.json('/version', ask)
  }
  connections = 0
  expect(await told({}, twice)).toEqual({ status: 200, body: { caller: 'reader', token: null } })
  expect(connections).toBe(1)
})

test.each([
  ['another authority', { ca: reader.cert }],
  ['the system’s authorities', { ca: null }],
  ['another name', { servername: 'other.example' }],
  ['the name it is reached by', { servername: null }],
  ['no certificate of the caller', { certificate: null }],
])('with %s there is no answer, and one and the same word for it', async (_, credential) => {
  await expect(told({ ...credential, token: 'abc' })).rejects.toMatchObject({
    unread: 'unavailable',
    code: 'NoAnswer',
    message: expect.stringMatching(/^127\.0\.0\.1:\d+ gave no usable answer\.$/),
  })
})
