import { requestOrigin } from '@/lib/auth/request-origin'
import { openSession, passkeyProof } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { env } from '@/lib/env'
import type { RouteHandler } from '@/lib/http/route'
import type { Actor } from '@/lib/model/actor'

export type RouteCall = {
  /** A person, for whom a session is opened with a passkey, this moment. */
  actor?: Actor
  /** A session cookie's value. */
  session?: string
  /** A bearer token. */
  token?: string
  method?: string
  /** Path and query. */
  url?: string
  params?: Record<string, string>
  /** Bytes, text and streams go as they are; anything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
}

/** What a route answered. `body` is the JSON, else the text; null when there is none. */
export type RouteAnswer = { status: number; headers: Headers; body: unknown; bytes: Uint8Array }

/** Runs a route handler as Next would, with a real session cookie or bearer token, from our own pages. */
export async function callRoute(handler: RouteHandler, call: RouteCall = {}): Promise<RouteAnswer> {
  const { params = {}, url = '/', method = 'GET' } = call
  const raw = isRaw(call.body)
  const request = new Request(new URL(url, env().url), {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(call.body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      ...(await credentials(call)),
      ...call.headers,
    },
    body: call.body === undefined ? undefined : raw ? (call.body as BodyInit) : JSON.stringify(call.body),
    ...(call.body instanceof ReadableStream ? { duplex: 'half' } : {}),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, body: parse(response, bytes), bytes }
}

async function credentials({ actor, session, token, headers }: RouteCall): Promise<Record<string, string>> {
  if (token) return { authorization: `Bearer ${token}` }
  const origin = requestOrigin(new Headers(headers))
  const opened =
    session ?? (actor?.userId ? await openSession(actor.userId, passkeyProof(new Date()), origin) : undefined)
  return opened ? { cookie: `${sessionCookie()}=${encodeURIComponent(opened)}` } : {}
}

const isRaw = (body: unknown): boolean =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream

function parse(response: Response, bytes: Uint8Array): unknown {
  if (bytes.length === 0) return null
  const text = new TextDecoder().decode(bytes)
  return /json\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text
}
