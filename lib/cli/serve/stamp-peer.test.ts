import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChildGroup, startNode } from './child-group'

const STAMP = new URL('./stamp-peer.mjs', import.meta.url).href
const SERVER = `import { createServer } from 'node:http'
  const server = createServer((request, response) =>
    response.end(JSON.stringify([request.headers['x-proofline-peer'], globalThis.prooflineStampsPeers === true])))
  server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

let folder = ''
const started: ChildGroup[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-peer-'))
  writeFileSync(join(folder, 'server.mjs'), SERVER)
})
afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
})

async function portOf(before: readonly string[]): Promise<number> {
  const server = startNode(join(folder, 'server.mjs'), [], {}, before)
  started.push(server)
  if (!server.process.stdout) throw new Error('no output')
  return Number(String((await once(server.process.stdout, 'data'))[0]))
}

async function seen(port: number, headers: Record<string, string | string[]>): Promise<unknown> {
  const asking = request({ host: '127.0.0.1', port, headers }).end()
  const [response] = await once(asking, 'response')
  return JSON.parse(String(Buffer.concat(await response.toArray())))
}

test('the server sees the other end of the connection, whatever the caller wrote', async () => {
  const port = await portOf([STAMP])
  expect(await seen(port, {})).toEqual(['127.0.0.1', true])
  expect(await seen(port, { 'x-proofline-peer': '203.0.113.7' })).toEqual(['127.0.0.1', true])
  expect(await seen(port, { 'X-Proofline-Peer': ['203.0.113.7', '203.0.113.8'] })).toEqual(['127.0.0.1', true])
})

test('a server that does not stamp says so', async () => {
  expect(await seen(await portOf([]), { 'x-proofline-peer': '203.0.113.7' })).toEqual(['203.0.113.7', false])
})
