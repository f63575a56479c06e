import type { ReadContext } from '@/lib/sources/collect/collector'
import { guardedFetch } from '@/lib/sources/outbound/guarded-fetch'
import { type GuardedAgent, outboundAgent } from '@/lib/sources/outbound/outbound-agent'
import { lineError, shapeError, statusError } from './cluster-error'
import type { Credential } from './credential'

const TIMEOUT_MS = 60_000
/** A page of 500 pods is 1 to 10 MB, the metrics of a large API server 20. */
const LIMIT_BYTES = 64 * 1024 * 1024
const SOCKETS = 4

type Answer = { status: number; retryAfter: string | null; response: Response }

export type ClusterClient = {
  /** The JSON of a GET. Throws SourceError for a status that is not in `also`. */
  json(path: string, ask: Ask, also?: readonly number[]): Promise<{ status: number; body: unknown }>
  text(path: string, ask: Ask): Promise<string>
  close(): void
}

/** What a request is for, and who waits for it. */
export type Ask = { operation: string; context: ReadContext }

/**
 * Asks one API server by plain GETs through the outbound guard. The credential is read for every request; sockets are kept
 * as long as it says the same about certificates.
 */
export function clusterClient(server: string, credential: () => Promise<Credential>): ClusterClient {
  let kept: { of: string; agent: GuardedAgent } | null = null

  const agentOf = ({ ca, certificate, servername }: Credential): GuardedAgent => {
    const of = JSON.stringify([ca, certificate, servername])
    if (kept?.of === of) return kept.agent
    kept?.agent.destroy()
    const trust = {
      ...(ca === null ? {} : { ca }),
      ...(certificate ?? {}),
      ...(servername === null ? {} : { servername }),
    }
    kept = { of, agent: outboundAgent(server, undefined, { ...trust, keepAlive: true, maxSockets: SOCKETS }) }
    return kept.agent
  }

  const ask = async (path: string, accept: string, { operation, context }: Ask): Promise<Answer> => {
    await context.pace()
    try {
      const proof = await credential()
      const response = await guardedFetch(`${server}${path}`, {
        headers: { accept, ...(proof.token === null ? {} : { authorization: `Bearer ${proof.token}` }) },
        agent: agentOf(proof),
        signal: context.signal,
        timeoutMs: TIMEOUT_MS,
        limitBytes: LIMIT_BYTES,
      })
      return { status: response.status, retryAfter: response.headers.get('retry-after'), response }
    } catch (cause) {
      throw lineError(cause, operation)
    }
  }

  return {
    async json(path, asked, also = []) {
      const { status, retryAfter, response } = await ask(path, 'application/json', asked)
      const body: unknown = await response.json().catch(() => undefined)
      if (status === 200 && body === undefined) throw shapeError(asked.operation, 'the answer is not JSON')
      if (status !== 200 && !also.includes(status)) throw statusError(status, body, retryAfter, asked.operation)
      return { status, body }
    },
    async text(path, asked) {
      const { status, retryAfter, response } = await ask(path, 'text/plain', asked)
      const body = await response.text()
      if (status !== 200) throw statusError(status, parsedOrNothing(body), retryAfter, asked.operation)
      return body
    },
    close: () => kept?.agent.destroy(),
  }
}

function parsedOrNothing(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
