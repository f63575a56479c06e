import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { guardedFetch, type OutboundInit } from './guarded-fetch'
import type { Resolver } from './guarded-lookup'

// 127.0.0.1 stands for the world outside, which the operator allows here; 127.0.0.2 for the network within.
const OUTSIDE = '127.0.0.1'
const WITHIN = '127.0.0.2'

let servers: Server[] = []
beforeEach(() => void overrideEnv({ outboundAllow: [`${OUTSIDE}/32`] }))
afterEach(async () => {
  for (const server of servers) server.closeAllConnections()
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  servers = []
})

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, OUTSIDE)
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const resolver = (...answers: string[][]): Resolver & { asked: string[] } => {
  const asked: string[] = []
  const resolve = async (host: string) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(host)
    return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  return Object.assign(resolve, { asked })
}
const outside = () => resolver([OUTSIDE])

const fault = (url: string, init?: OutboundInit, resolve: Resolver = outside()): Promise<string> =>
  guardedFetch(url, init, resolve).then(
    () => 'answered',
    (error) => (error instanceof AppError ? `${error.code}: ${error.detail}` : `threw ${error}`),
  )

describe('guardedFetch', () => {
  test('answers with status, headers and body of whoever the name leads to', async () => {
    const port = await serve((request, response) => {
      response.writeHead(201, { 'x-host': request.headers.host ?? '' }).end(`${request.method} ${request.url}`)
    })
    const answer = await guardedFetch(`http://idp.example:${port}/a?b=c`, { method: 'POST', body: 'x' }, outside())
    expect(answer.status).toBe(201)
    expect(answer.headers.get('x-host')).toBe(`idp.example:${port}`)
    expect(await answer.text()).toBe('POST /a?b=c')
  })

  test.each([204, 304, 404, 500])('a status of %i is an answer', async (status) => {
    const port = await serve((_, response) => response.writeHead(status).end())
    expect((await guardedFetch(`http://idp.example:${port}/`, {}, outside())).status).toBe(status)
  })

  test('a name that changes between check and connection leads where it led when it was checked', async () => {
    const port = await serve((_, response) => response.end('outside'))
    const rebinding = resolver([OUTSIDE], [WITHIN])
    const answer = await guardedFetch(`http://rebind.example:${port}/`, {}, rebinding)
    expect(await answer.text()).toBe('outside')
    expect(rebinding.asked).toEqual(['rebind.example'])
    expect(await fault(`http://rebind.example:${port}/`, {}, rebinding)).toContain('not a public')
  })

  test('a name that changes during a redirect is checked again', async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: '/next' }).end())
    expect(await fault(`http://rebind.example:${port}/`, {}, resolver([OUTSIDE], [WITHIN]))).toContain('not a public')
  })

  test('one address within among others keeps every connection from being made', async () => {
    let reached = 0
    const port = await serve((_, response) => {
      reached += 1
      response.end()
    })
    expect(await fault(`http://both.example:${port}/`, {}, resolver([OUTSIDE, WITHIN]))).toContain('not a public')
    expect(reached).toBe(0)
  })

  test('an address is refused without telling whether anybody listens there', async () => {
    const port = await serve((_, response) => response.end('within'))
    overrideEnv({ outboundAllow: [] })
    const open = await fault(`https://${OUTSIDE}:${port}/`)
    expect(open).toContain('PROOFLINE_OUTBOUND_ALLOW')
    expect(await fault(`https://${OUTSIDE}:1/`)).toBe(open)
    expect(await fault('https://idp.example/')).toBe(open.replaceAll(OUTSIDE, 'idp.example'))
  })

  test('silence, refusal, a cut answer and an unknown name look the same', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/cut')
        response.writeHead(200, { 'content-length': '10' }).write('x', () => response.destroy())
    })
    const at = (path: string) => fault(`http://idp.example:${port}${path}`, { timeoutMs: 100 })
    const silent = await at('/silent')
    expect(silent).toMatch(/^unavailable: idp\.example:\d+ gave no usable answer\.$/)
    expect(await at('/cut')).toBe(silent)
    expect((await fault('http://idp.example:1/')).replace(':1 ', `:${port} `)).toBe(silent)
    expect(await fault(`http://idp.example:${port}/`, {}, resolver([]))).toBe(silent)
  })

  test('an answer larger than the limit is not read to its end', async () => {
    const port = await serve((_, response) => {
      const more = () => response.writable && response.write(Buffer.alloc(64 * 1024), more)
      more()
    })
    expect(await fault(`http://idp.example:${port}/`, { limitBytes: 100_000 })).toContain('unavailable')
  })

  test('an answer that was packed to look small is not unpacked', async () => {
    const port = await serve((request, response) => {
      response.setHeader('content-encoding', request.headers['accept-encoding'] === 'identity' ? 'gzip' : 'br').end('x')
    })
    expect(await fault(`http://idp.example:${port}/`)).toContain('unavailable')
  })
})

describe('redirects', () => {
  test('within the origin are followed three times', async () => {
    const port = await serve((request, response) => {
      const step = Number(request.url?.slice(1))
      if (step === 0) response.end('there')
      else response.writeHead(302, { location: `/${step - 1}` }).end()
    })
    const answer = await guardedFetch(`http://idp.example:${port}/3`, {}, outside())
    expect(await answer.text()).toBe('there')
    expect(await fault(`http://idp.example:${port}/4`)).toContain('redirect')
  })

  test.each([
    'http://other.example/',
    'https://idp.example/',
    '//other.example/',
    '/\\other.example/',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://',
  ])('to %s are refused', async (location) => {
    const port = await serve((_, response) => response.writeHead(302, { location }).end())
    expect(await fault(`http://idp.example:${port}/`)).toContain('redirect')
  })

  test('are not followed with a body', async () => {
    const port = await serve((_, response) => response.writeHead(307, { location: '/next' }).end())
    expect(await fault(`http://idp.example:${port}/`, { method: 'POST', body: 'secret' })).toContain('redirect')
  })
})

describe('headers', () => {
  test.each(['a\r\nx-injected: 1', 'a\nb', 'a\0b'])('%j is refused as a value', async (value) => {
    const port = await serve((_, response) => response.end())
    expect(await fault(`http://idp.example:${port}/`, { headers: { 'x-name': value } })).toContain('invalid: A header')
  })

  test('a name that ends the line is refused', async () => {
    expect(await fault('http://idp.example/', { headers: { 'x\r\nhost': 'a' } })).toContain('invalid: A header')
  })

  test('of the connection itself are ours', async () => {
    const port = await serve((request, response) => response.end(JSON.stringify(request.headers)))
    const headers = { Host: '169.254.169.254', 'Transfer-Encoding': 'chunked', 'Content-Length': '5', 'x-kept': '1' }
    const sent = await (await guardedFetch(`http://idp.example:${port}/`, { headers }, outside())).json()
    expect(sent).toMatchObject({ host: `idp.example:${port}`, 'x-kept': '1' })
    expect(sent).not.toHaveProperty('transfer-encoding')
  })
})

test('over TLS the name is asked for, at the address that was checked', async () => {
  const first = Promise.withResolvers<string>()
  const server = createTcpServer((socket: Socket) => {
    socket.once('data', (hello) => first.resolve(hello.toString('latin1')))
    socket.once('data', () => socket.destroy())
  }).listen(0, OUTSIDE)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect(await fault(`https://idp.example:${port}/`)).toContain('unavailable')
  expect(await first.promise).toContain('idp.example')
  await new Promise((closed) => server.close(closed))
})
