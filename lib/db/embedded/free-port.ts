import { createServer } from 'node:net'

const LOOPBACK = '127.0.0.1'

/** `wanted` when nothing listens there on the loopback address, else any free port. */
export async function freePort(wanted: number | null): Promise<number> {
  return (wanted === null ? null : await listenOn(wanted)) ?? (await listenOn(0)) ?? 0
}

function listenOn(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}
