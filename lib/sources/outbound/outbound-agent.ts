import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP, type LookupFunction, Socket } from 'node:net'
import { guardedLookup, type Resolver } from './guarded-lookup'
import { outboundUrl, requireReachable } from './outbound-url'

type Target = { host?: string | null | undefined }

/**
 * An agent for libraries that make their own requests: whatever host they are led to is checked when the connection is
 * opened. It fits `url`'s scheme, and `url` itself is checked as outboundUrl does. Size and time are the library's to limit.
 */
export function outboundAgent(url: string, resolve?: Resolver): HttpAgent | HttpsAgent {
  return agentFor(outboundUrl(url).protocol === 'https:', resolve)
}

export const agentFor = (secure: boolean, resolve?: Resolver): HttpAgent | HttpsAgent =>
  secure ? new GuardedHttpsAgent(guardedLookup(true, resolve)) : new GuardedHttpAgent(guardedLookup(false, resolve))

class GuardedHttpAgent extends HttpAgent {
  constructor(private readonly guarded: LookupFunction) {
    super({ keepAlive: false })
  }

  override createConnection(...[options, done]: Parameters<HttpAgent['createConnection']>) {
    const fault = addressFault(options, false)
    if (fault) return void done?.(fault, new Socket())
    return super.createConnection({ ...options, lookup: this.guarded }, done)
  }
}

class GuardedHttpsAgent extends HttpsAgent {
  constructor(private readonly guarded: LookupFunction) {
    super({ keepAlive: false })
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
