import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP, type LookupFunction, Socket } from 'node:net'
import { guardedLookup, type Resolver } from './guarded-lookup'
import { outboundUrl, requireReachable } from './outbound-url'

type Target = { host?: string | null | undefined }

/** What a server is believed by and shown, and whether sockets are kept for the next request. Secrets of one connection. */
export type AgentOptions = {
  /** PEM. Believed instead of the system's authorities, never beside them. */
  ca?: string
  /** PEM of a client certificate and its key. */
  cert?: string
  key?: string
  /** The name the server's certificate must carry, when it is not the host's. */
  servername?: string
  keepAlive?: boolean
  /** Sockets to one server at a time. */
  maxSockets?: number
}

export type GuardedAgent = GuardedHttpAgent | GuardedHttpsAgent

/**
 * An agent for libraries that make their own requests: whatever host they are led to is checked when the connection is
 * opened. It fits `url`'s scheme, and `url` itself is checked as outboundUrl does. Size and time are the library's to limit.
 */
export function outboundAgent(url: string, resolve?: Resolver, options?: AgentOptions): GuardedAgent {
  return agentFor(outboundUrl(url).protocol === 'https:', resolve, options)
}

export const agentFor = (secure: boolean, resolve?: Resolver, options: AgentOptions = {}): GuardedAgent =>
  secure
    ? new GuardedHttpsAgent(guardedLookup(true, resolve), options)
    : new GuardedHttpAgent(guardedLookup(false, resolve), options)

class GuardedHttpAgent extends HttpAgent {
  constructor(
    private readonly guarded: LookupFunction,
    { keepAlive = false, maxSockets }: AgentOptions,
  ) {
    super({ keepAlive, ...(maxSockets ? { maxSockets } : {}) })
  }

  override createConnection(...[options, done]: Parameters<HttpAgent['createConnection']>) {
    const fault = addressFault(options, false)
    if (fault) return void done?.(fault, new Socket())
    return super.createConnection({ ...options, lookup: this.guarded }, done)
  }
}

class GuardedHttpsAgent extends HttpsAgent {
  constructor(
    private readonly guarded: LookupFunction,
    { keepAlive = false, ...options }: AgentOptions,
  ) {
    super({ keepAlive, ...options })
  }

  override createConnection(...[options, done]: Parameters<HttpsAgent['createConnection']>) {
    const fault = addressFault(options, true)
    if (fault) return void done?.(fault, new Socket())
    return super.createConnection({ ...options, lookup: this.guarded }, done)
  }
}

/** A host that is an address is never looked up, so it is judged here. */
function addressFault({ host }: Target, secure: boolean): Error | null {
  if (!host || isIP(host) === 0) return null
  try {
    requireReachable(host, [host], secure)
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
