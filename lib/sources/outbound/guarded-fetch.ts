import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { AppError } from '@/lib/kernel/app-error'
import type { Resolver } from './guarded-lookup'
import { agentFor, type GuardedAgent } from './outbound-agent'
import { isSecure, outboundUrl } from './outbound-url'

export type OutboundInit = {
  method?: string
  headers?: HeadersInit
  body?: string | Uint8Array
  signal?: AbortSignal
  /** For everything together: names, connections, redirects and the whole answer. 10 s unless said. */
  timeoutMs?: number
  /** Of the answer's body; 1 MiB unless said. */
  limitBytes?: number
  /** Of outboundAgent, for the same server: what certificates it asks for and shows. It checks addresses like any other. */
  agent?: GuardedAgent
}

const TIMEOUT_MS = 10_000
const LIMIT_BYTES = 1024 * 1024
const REDIRECTS = 3
/** Written by us alone: they decide whom a request reaches and where it ends. */
const OURS = /^(host|connection|content-length|transfer-encoding|accept-encoding|upgrade|expect|te|trailer|proxy-.*)$/

/**
 * Asks a URL that somebody entered. It and every redirect have to pass outboundUrl and guardedLookup; a GET follows at most
 * three redirects, none to another origin. The answer is whole, of whatever status. Throws `invalid` when something is
 * refused, and one and the same `unavailable` when there is no answer, it is too large or it comes too late.
 */
export async function guardedFetch(url: string | URL, init: OutboundInit = {}, resolve?: Resolver): Promise<Response> {
  const limits = [AbortSignal.timeout(init.timeoutMs ?? TIMEOUT_MS), ...(init.signal ? [init.signal] : [])]
  const signal = AbortSignal.any(limits)
  let target = outboundUrl(String(url))
  for (let followed = 0; ; followed += 1) {
    const answer = await ask(target, { ...init, signal }, resolve)
    const location = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
    if (location === null) return answer
    target = redirectOf(target, location, init.method ?? 'GET', followed)
  }
}

function redirectOf(from: URL, location: string, method: string, followed: number): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : null
  if (to?.origin !== from.origin || !/^(GET|HEAD)$/.test(method) || followed === REDIRECTS) {
    throw new AppError('invalid', { detail: `${from.host} answers with a redirect that is not followed.` })
  }
  return outboundUrl(to.href)
}

async function ask(url: URL, init: OutboundInit, resolve?: Resolver): Promise<Response> {
  try {
    return await toResponse(await send(url, init, resolve), init.limitBytes ?? LIMIT_BYTES)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw unanswered(url, cause)
  }
}

function send(url: URL, { method = 'GET', headers, body, signal, agent }: OutboundInit, resolve?: Resolver) {
  const request = isSecure(url) ? requestHttps : requestHttp
  const options: RequestOptions = {
    method,
    agent: agent ?? agentFor(isSecure(url), resolve),
    headers: { ...headersOf(headers), 'accept-encoding': 'identity' },
    signal,
  }
  return new Promise<IncomingMessage>((answered, failed) => {
    const sent = request(url, options, answered)
    sent.on('error', failed).end(body)
  })
}

/** `Headers` refuses the line breaks that would begin another header, or another request. */
function headersOf(given: HeadersInit | undefined): Record<string, string> {
  try {
    return Object.fromEntries([...new Headers(given)].filter(([name]) => !OURS.test(name)))
  } catch (cause) {
    throw new AppError('invalid', { detail: 'A header contains characters that no header may have.', cause })
  }
}

async function toResponse(answer: IncomingMessage, limit: number): Promise<Response> {
  const { statusCode: status = 0, rawHeaders } = answer
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer) {
    size += part.byteLength
    if (size > limit) throw new Error(`the answer is larger than ${limit} bytes`)
    parts.push(part)
  }
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  if (/^(?!identity$)./i.test(headers.get('content-encoding') ?? '')) throw new Error('the answer is compressed')
  const hasBody = ![204, 205, 304].includes(status)
  return new Response(hasBody ? Buffer.concat(parts) : null, { status, headers })
}

/** Refused, silent, too slow, too large, wrong certificate: the difference would map somebody's network. */
const unanswered = (url: URL, cause: unknown): AppError =>
  new AppError('unavailable', { detail: `${url.host} gave no usable answer.`, cause })
