import { createServer } from 'node:net'
import { AppError } from '@/lib/kernel/app-error'

const TRIES = 100
const LAST = 65_535

/**
 * The first port from `wanted` upwards that is free on `host` and on both loopback addresses: a browser that is told
 * "localhost" may ask either, and must not land at another program. Throws `unavailable` after a hundred tries.
 */
export async function openPort(wanted: number, host: string): Promise<number> {
  const addresses = new Set([host, '127.0.0.1', '::1'])
  for (let port = wanted; port <= Math.min(wanted + TRIES, LAST); port += 1) {
    if (await isFree(port, addresses)) return port
  }
  throw new AppError('unavailable', { detail: `No port from ${wanted} on is free.` })
}

async function isFree(port: number, addresses: Iterable<string>): Promise<boolean> {
  for (const address of addresses) if (!(await canListen(port, address))) return false
  return true
}

/** An address this machine does not have cannot be taken by anybody. */
function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(!('code' in error && /^(EADDRINUSE|EACCES)$/.test(String(error.code)))))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
