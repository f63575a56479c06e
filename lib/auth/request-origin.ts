import { env } from '@/lib/env'
import { isInRanges, parseAddress } from '@/lib/env/address-range'

export type DevicePosture = 'compliant' | 'non-compliant'

/** Where a request comes from; each part is null when it is not known, which is never taken for good. */
export type RequestOrigin = {
  /** IPv4 in four decimal parts or IPv6 in its short form (RFC 5952). */
  address: string | null
  /** What a trusted proxy says of the device. */
  devicePosture: DevicePosture | null
  /** As the browser calls itself: a claim, at most 300 characters. */
  userAgent: string | null
}

type HeaderReader = { get(name: string): string | null }

const USER_AGENT_LENGTH = 300
/** Set in the web server's process once every request carries its peer's address (stamp-peer.mjs). */
const server: { prooflineStampsPeers?: boolean } = globalThis as { prooflineStampsPeers?: boolean }

/**
 * Where a request comes from. Without PROOFLINE_TRUSTED_PROXIES that is the other end of its connection, whatever its
 * headers say; behind a trusted proxy it is the rightmost address of X-Forwarded-For that is no trusted proxy itself.
 * What stands further left was written by the caller.
 */
export function requestOrigin(headers: HeaderReader): RequestOrigin {
  const peer = server.prooflineStampsPeers ? parseAddress(headers.get('x-proofline-peer') ?? '') : null
  const trusted = peer !== null && isInRanges(peer, env().trustedProxies)
  return {
    address: (trusted ? forwardedAddress(headers, peer.toString()) : peer?.toString()) ?? null,
    devicePosture: trusted ? posture(headers.get('x-proofline-device')) : null,
    userAgent: headers.get('user-agent')?.slice(0, USER_AGENT_LENGTH) || null,
  }
}

/** A word that is no address hides who came before it, so then nobody is known. Proxies alone are a proxy's own call. */
function forwardedAddress(headers: HeaderReader, peer: string): string | null {
  let nearest = peer
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').filter((word) => word.trim() !== '')
  for (const word of chain.reverse()) {
    const address = parseAddress(withoutPort(word.trim()))
    if (!address) return null
    nearest = address.toString()
    if (!isInRanges(address, env().trustedProxies)) break
  }
  return nearest
}

/** Some proxies add the caller's port: 192.0.2.1:5000 or [2001:db8::1]:5000. */
const withoutPort = (word: string): string =>
  /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(word)?.slice(1).join('') ?? word

const posture = (word: string | null): DevicePosture | null =>
  word === 'compliant' || word === 'non-compliant' ? word : null
