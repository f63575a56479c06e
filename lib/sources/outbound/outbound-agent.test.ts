import { once } from 'node:events'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { agentFor, outboundAgent } from './outbound-agent'

let server: Server
let port = 0
beforeAll(async () => {
  server = createServer((_, response) => response.end('reached')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => void overrideEnv({ outboundAllow: [] }))

const within = async () => [{ address: '127.0.0.1', family: 4 }]
const ask = (host: string) =>
  new Promise<string>((answered) => {
    const asking = get({ host, port, agent: agentFor(false, within) }, (response) =>
      response.resume().on('end', () => answered('reached')),
    )
    asking.on('error', (error) => answered(error instanceof AppError ? error.code : String(error)))
  })

test.each(['127.0.0.1', 'localhost', 'idp.example', '2130706433', '0x7f.1'])(
  'a library that is led to %s is stopped when it connects',
  async (host) => {
    expect(await ask(host)).toBe('invalid')
  },
)

test('a library reaches what the operator allows', async () => {
  overrideEnv({ outboundAllow: ['127.0.0.0/8'] })
  expect(await ask('idp.example')).toBe('reached')
  expect(await ask('127.0.0.1')).toBe('reached')
})

test('an agent is made only for a URL that may be tried, and for its scheme', () => {
  expect(() => outboundAgent('https://127.0.0.1/')).toThrow(AppError)
  expect(outboundAgent('https://idp.example/')).toHaveProperty('protocol', 'https:')
  expect(outboundAgent('http://idp.example/')).toHaveProperty('protocol', 'http:')
})
