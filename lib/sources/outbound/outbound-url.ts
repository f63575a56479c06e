import { isIP } from 'node:net'
import { AppError } from '@/lib/kernel/app-error'
import { isInAllowedRange, isNamed } from './exceptions'
import { reachOf } from './reach'

const LONGEST = 2000
const AUTHORITY = /^https?:\/\/([^/?#]*)/i
// What a URL may be written in (RFC 3986 §2), and letters of other scripts, which become punycode in a host.
const FORBIDDEN = /[\s\p{Cc}\p{Cf}\\^`{|}"<>]/u

/**
 * A URL that somebody entered, when a connection may be tried: https (http only to what the operator allows), no user
 * information, and a host that is written plainly. What a name resolves to is asked when connecting. Throws `invalid` with
 * one line that says what is refused.
 */
export function outboundUrl(text: string): URL {
  if (text.length > LONGEST || FORBIDDEN.test(text) || !URL.canParse(text)) throw refused('is not a valid URL')
  const url = new URL(text)
  const written = AUTHORITY.exec(text)?.[1]
  if (written === undefined) throw refused('must begin with https://')
  if (written.includes('@')) throw refused('must not contain a user name or password')
  const host = hostOf(url)
  if (host.endsWith('.') || !isPlain(written, url)) throw refused('must name its host plainly')
  if (isIP(host) !== 0) requireReachable(host, [host], isSecure(url))
  return url
}

/** The host of a URL as a resolver takes it: lower case, IPv6 without brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

export const isSecure = (url: URL): boolean => url.protocol === 'https:'

/**
 * Refuses a host when any of its addresses may not be reached: a name the operator allows may be this machine or its
 * network, and what is reserved has to be allowed by address. Without TLS everything has to be allowed.
 */
export function requireReachable(host: string, addresses: readonly string[], secure: boolean): void {
  const named = isNamed(host)
  for (const address of addresses) {
    const allowed = isInAllowedRange(address)
    const reach = reachOf(address)
    if (!allowed && (reach === 'reserved' || (reach === 'local' && !named))) throw unreachable(host, address)
    if (!allowed && !named && !secure) throw refused('must begin with https://')
  }
}

/** 0x7f.1, 2130706433, %31 and full-width digits all spell an address that a reader does not see. */
function isPlain(written: string, url: URL): boolean {
  if (written.includes('%')) return false
  return isIP(url.hostname) !== 4 || written.replace(/:\d*$/, '') === url.hostname
}

const refused = (why: string): AppError => new AppError('invalid', { detail: `The address ${why}.` })

const unreachable = (host: string, address: string): AppError =>
  new AppError('invalid', {
    detail: `Connections to ${host} are refused because it is not a public address; an operator can allow it with PROOFLINE_OUTBOUND_ALLOW.`,
    reason: `${host} is ${address}`,
  })
