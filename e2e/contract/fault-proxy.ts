import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { PAGING, pageOf } from './split-pages'

/** One request to AWS, by the service and region it was signed for. */
export type Asked = { service: string; region: string; operation: string; parameters: URLSearchParams }

/** What is done instead of passing a request on, or with the answer to it. */
export type Reaction =
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body: string }
  | { kind: 'silence' }
  | { kind: 'cut'; framing: 'length' | 'chunked' | 'close' }
  | { kind: 'split' }
  | { kind: 'pass' }

type Reactor = (asked: Asked, before: number) => Reaction

export type FaultProxy = {
  url: string
  /** Everything that was asked, in order. */
  asked: Asked[]
  /** What to do from now on; `before` is how often this operation was asked. */
  react: (reactor: Reactor) => void
  stop: () => Promise<void>
}

export const pass: Reaction = { kind: 'pass' }

const S3: Readonly<Record<string, string>> = {
  location: 'GetBucketLocation',
  encryption: 'GetBucketEncryption',
  publicAccessBlock: 'GetPublicAccessBlock',
  policy: 'GetBucketPolicy',
  versioning: 'GetBucketVersioning',
}

/** Stands before a server that plays AWS, counts what is asked, and fails as it is told to. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const asked: Asked[] = []
  let reactor: Reactor = () => pass
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request)
      const one = askedOf(request, body.toString())
      const before = asked.filter(({ operation }) => operation === one.operation).length
      asked.push(one)
      await carryOut(reactor(one, before), { target, request, body, one, response })
    })().catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    react: (next) => {
      reactor = next
      asked.length = 0
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Query services name their operation in the body, JSON ones in a header, the others by method and path. */
function askedOf(request: IncomingMessage, body: string): Asked {
  const scope = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? '')
  const url = new URL(request.url ?? '/', 'http://aws')
  const target = String(request.headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1)
  const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)])
  const service = scope?.[2] ?? ''
  const operation =
    parameters.get('Action') ?? (target || (service === 's3' ? s3Operation(url) : `${request.method} ${url.pathname}`))
  return { service, region: scope?.[1] ?? '', operation, parameters }
}

const s3Operation = (url: URL): string =>
  url.pathname === '/'
    ? 'ListBuckets'
    : (S3[[...url.searchParams.keys()].find((key) => key in S3) ?? ''] ?? url.pathname)

type Carried = { target: string; request: IncomingMessage; body: Buffer; one: Asked; response: ServerResponse }

async function carryOut(reaction: Reaction, { target, request, body, one, response }: Carried): Promise<void> {
  if (reaction.kind === 'silence') return
  if (reaction.kind === 'answer') return void response.writeHead(reaction.status, reaction.headers).end(reaction.body)
  const answer = await passed(target, request, body)
  const { 'content-length': _, connection: __, ...headers } = answer.headers
  const whole = await buffer(answer)
  if (reaction.kind === 'cut') return cutOff(response, whole, reaction.framing)
  const paging = reaction.kind === 'split' ? PAGING[one.operation] : undefined
  const told = paging ? pageOf(whole.toString(), paging, one.parameters) : whole
  response.writeHead(answer.statusCode ?? 500, headers).end(told)
}

async function passed(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<IncomingMessage> {
  const asking = forward(new URL(url ?? '/', target), { method, headers, agent: false })
  asking.end(body)
  const [answer] = await once(asking, 'response')
  return answer as IncomingMessage
}

/** Half of an answer, and then nothing: with its length told, in chunks, or ended by the connection alone. */
function cutOff(response: ServerResponse, whole: Buffer, framing: 'length' | 'chunked' | 'close'): void {
  const half = whole.subarray(0, whole.length >> 1)
  const { socket } = response
  const head =
    framing === 'length'
      ? `content-length: ${whole.length}\r\n`
      : framing === 'chunked'
        ? 'transfer-encoding: chunked\r\n'
        : 'connection: close\r\n'
  const sent = framing === 'chunked' ? `${half.length.toString(16)}\r\n${half}\r\n` : half
  socket?.write(`HTTP/1.1 200 OK\r\n${head}\r\n`)
  socket?.write(sent, () => socket.destroy())
}
