import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Address = ipaddr.IPv4 | ipaddr.IPv6

/**
 * The address `text` spells, IPv4 in its four decimal parts only; an IPv4 address inside IPv6 (::ffff:10.0.0.1, RFC 4291
 * §2.5.5.2) is the IPv4 address it carries, and a zone (fe80::1%eth0) is dropped. Null when it is no address.
 */
export function parseAddress(text: string): Address | null {
  const plain = text.split('%')[0] ?? ''
  return isIP(plain) === 0 ? null : ipaddr.process(plain)
}

/** Whether `text` is an address or a CIDR. */
export function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** Whether the address lies in one of the ranges; entries that are no address or CIDR contain nothing. */
export const isInRanges = (address: Address, ranges: readonly string[]): boolean =>
  ranges.some((range) => isAddressRange(range) && matches(address, range))

function matches(address: Address, range: string): boolean {
  const [base = '', bits] = range.split('/')
  const start = ipaddr.parse(base)
  if (start.kind() !== address.kind()) return false
  return address.match(start, bits === undefined ? start.toByteArray().length * 8 : Number(bits))
}
