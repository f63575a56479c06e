import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { openPort } from './open-port'

const servers: Server[] = []
const occupy = async (host: string, port = 0): Promise<number> => {
  const server = createServer().listen(port, host)
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

describe('openPort', () => {
  test('takes the wanted one when it is free', async () => {
    const port = await occupy('127.0.0.1')
    servers.pop()?.close()
    expect(await openPort(port, '127.0.0.1')).toBe(port)
  })

  test.each(['127.0.0.1', '0.0.0.0'])('goes on to another when the wanted one is taken on %s', async (host) => {
    const port = await occupy(host)
    expect(await openPort(port, '127.0.0.1')).toBeGreaterThan(port)
  })

  test('serving to the network does not stand in its own way', async () => {
    const port = await occupy('127.0.0.1')
    servers.pop()?.close()
    expect(await openPort(port, '0.0.0.0')).toBe(port)
  })

  test('says so when nothing is left', async () => {
    await occupy('127.0.0.1', 65_535).catch(() => {})
    await expect(openPort(65_535, '127.0.0.1')).rejects.toThrow('No port from 65535 on is free.')
  })
})
