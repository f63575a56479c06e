import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import type { Cursor } from '@/lib/sources/collect/collector'
import { API_LISTS, operationOf } from './api-lists'
import { type ClusterClient, clusterClient } from './cluster-client'
import { constraintStep } from './constraint-step'
import { listStep } from './list-step'

const PODS = '/api/v1/pods'
const context = { signal: new AbortController().signal, pace: async () => undefined }

type Reply = { status?: number; headers?: Record<string, string>; body: unknown }

let server: Server
let client: ClusterClient
let asked: string[]
let tokens: (string | undefined)[]
let replies: (url: URL) => Reply

beforeEach(async () => {
  overrideEnv({ outboundAllow: ['127.0.0.1/32'] })
  asked = []
  tokens = []
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://cluster')
    asked.push(`${url.pathname}${url.searchParams.has('continue') ? ` after ${url.searchParams.get('continue')}` : ''}`)
    tokens.push(request.headers.authorization)
    const { status = 200, headers = {}, body } = replies(url)
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const token = async () => ({ ca: null, token: 'secret-token', certificate: null, servername: null })
  client = clusterClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, token)
})
afterEach(async () => {
  client.close()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

function stepOf(operation: string) {
  const list = API_LISTS.find((one) => operationOf(one) === operation)
  if (!list) throw new Error(operation)
  return listStep(client, 'prod', list)
}
const read = (operation: string, cursor: Cursor = null) => stepOf(operation).read(cursor, context)
const page = (names: string[], next?: string): Reply => ({
  body: {
    kind: 'List',
    metadata: { continue: next },
    items: names.map((name) => ({ metadata: { name, namespace: 'shop' } })),
  },
})
const status = (code: number, body: object = {}, headers = {}): Reply => ({
  status: code,
  headers,
  body: { kind: 'Status', code, ...body },
})

describe('what a reply means', () => {
  test.each([
    [status(401, { reason: 'Unauthorized', message: 'Unauthorized' }), 'denied', 'Unauthorized'],
    [status(403, { reason: 'Forbidden', message: 'pods is forbidden' }), 'denied', 'Forbidden'],
    [status(404, { reason: 'NotFound' }), 'unsupported', 'UnexpectedAnswer'],
    [status(405), 'unsupported', '405'],
    [status(500, { reason: 'InternalError' }), 'unavailable', 'InternalError'],
    [{ status: 502, body: '<html>' }, 'unavailable', '502'],
    [{ body: '<html>login</html>' }, 'unsupported', 'UnexpectedAnswer'],
    [{ body: {} }, 'unsupported', 'UnexpectedAnswer'],
    [{ body: { kind: 'PodList', items: [{}] } }, 'unsupported', 'UnexpectedAnswer'],
  ])('%j is %s', async (reply, unread, code) => {
    replies = () => reply
    await expect(read('list pods')).rejects.toMatchObject({ unread, code, operation: 'list pods' })
  })

  test('a list of nothing is a list, also as Go writes one that was never made', async () => {
    replies = () => ({ body: { kind: 'PodList', metadata: {}, items: null } })
    expect(await read('list pods')).toMatchObject({ resources: [], next: null, coverage: [{ pages: 1, error: null }] })
  })

  test('a server that asks for patience is given what it asks for', async () => {
    replies = () => status(429, { reason: 'TooManyRequests' }, { 'retry-after': '7' })
    await expect(read('list pods')).rejects.toMatchObject({ unread: 'unavailable', retryAfterMs: 7000 })
  })

  test('no error holds the token, even if the server repeats it', async () => {
    replies = () => status(403, { message: 'no: Bearer secret-token-secret-token' })
    const error = await read('list pods').catch((caught: unknown) => caught)
    expect(tokens).toEqual(['Bearer secret-token'])
    expect(String(error)).not.toContain('secret-token-secret')
  })
})

describe('pages', () => {
  test('go on by what the cursor says alone', async () => {
    replies = (url) => (url.searchParams.get('continue') === 'two' ? page(['b']) : page(['a'], 'two'))
    const first = await read('list pods')
    const second = await read('list pods', JSON.parse(JSON.stringify(first.next)))
    expect([first, second].flatMap(({ resources }) => resources.map(({ id }) => id))).toEqual(['shop/a', 'shop/b'])
    expect(asked).toEqual([PODS, `${PODS} after two`])
  })

  test('go on at the newest revision when theirs is gone, and the record says so without a gap', async () => {
    const expired = status(410, { reason: 'Expired', metadata: { continue: 'later' } })
    replies = (url) => (url.searchParams.get('continue') === 'two' ? expired : page(['b']))
    expect(await read('list pods', { versions: ['v1'], token: 'two' })).toMatchObject({
      resources: [{ id: 'shop/b' }],
      calls: 2,
      coverage: [{ error: { code: 'Expired', items: 0 } }],
    })
  })

  test('that are gone without another way on are tried again from the start by whoever retries', async () => {
    replies = () => status(410, { reason: 'Expired' })
    await expect(read('list pods', { versions: ['v1'], token: 'two' })).rejects.toMatchObject({ unread: 'unavailable' })
  })
})

describe('a product', () => {
  const LIST = 'list policy.linkerd.io/authorizationpolicies'
  const GROUP = '/apis/policy.linkerd.io'
  const none = { body: { kind: 'APIGroupList', groups: [{ name: 'apps', versions: [{ version: 'v1' }] }] } }
  const versions = ['v1beta3', 'v1alpha1'].map((version) => ({ version }))

  test('that is not there has nothing in its lists', async () => {
    replies = () => none
    expect(await read(LIST)).toMatchObject({
      resources: [],
      next: null,
      calls: 1,
      coverage: [{ pages: 0, error: null }],
    })
  })

  test('is read in an older version where the preferred one has no such resource', async () => {
    replies = ({ pathname }) => {
      if (pathname === '/apis')
        return { body: { groups: [{ name: 'policy.linkerd.io', preferredVersion: versions[0], versions }] } }
      return pathname.includes('v1alpha1') ? page(['a'], 'two') : { status: 404, body: '' }
    }
    expect(await read(LIST)).toMatchObject({ calls: 3, next: { versions: ['v1alpha1'], token: 'two' } })
    expect(asked).toEqual([
      '/apis',
      `${GROUP}/v1beta3/authorizationpolicies`,
      `${GROUP}/v1alpha1/authorizationpolicies`,
    ])
  })

  test('is asked for once a run, whatever the product', async () => {
    replies = () => none
    await read(LIST)
    expect((await read('list spire.spiffe.io/clusterspiffeids')).calls).toBe(0)
    expect(asked).toEqual(['/apis'])
  })

  test('of whose group the server says nothing is not taken for one that is not there', async () => {
    replies = () => ({ body: {} })
    await expect(read(LIST)).rejects.toMatchObject({ unread: 'unsupported' })
  })

  test('whose group is refused is not taken for one that is not there', async () => {
    replies = () => status(403, { reason: 'Forbidden' })
    await expect(read(LIST)).rejects.toMatchObject({ unread: 'denied' })
  })
})

test('constraints of every kind are read one page after the other', async () => {
  const GROUP = '/apis/constraints.gatekeeper.sh'
  replies = ({ pathname, searchParams }) => {
    if (pathname === '/apis')
      return { body: { groups: [{ name: 'constraints.gatekeeper.sh', preferredVersion: { version: 'v1' } }] } }
    if (pathname === `${GROUP}/v1`)
      return { body: { resources: [{ name: 'b' }, { name: 'b/status' }, { name: 'a' }, { name: 'gone' }] } }
    if (pathname.endsWith('/gone')) return { status: 404, body: '' }
    if (pathname.endsWith('/a')) return searchParams.has('continue') ? page(['a2']) : page(['a1'], 'two')
    return page(['b1'])
  }
  const step = constraintStep(client, 'prod')
  const names: string[] = []
  let [cursor, calls]: [Cursor, number] = [null, 0]
  do {
    const { resources, next, calls: more } = await step.read(cursor, context)
    names.push(...resources.map(({ name }) => name))
    cursor = JSON.parse(JSON.stringify(next))
    calls += more
  } while (cursor !== null)
  expect([names, calls]).toEqual([['a1', 'a2', 'b1'], asked.length])
})
