import { env } from '@/lib/env'
import { isInRanges, parseAddress } from '@/lib/env/address-range'

/** The operator's exceptions by name: the host itself, or any name below `*.host`. */
export const isNamed = (host: string, allow: readonly string[] = env().outboundAllow): boolean =>
  allow.some((entry) => (entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : host === entry))

/** The operator's exceptions by address. An address in IPv6 clothes is not the one that was allowed. */
export function isInAllowedRange(address: string, allow: readonly string[] = env().outboundAllow): boolean {
  const parsed = address.startsWith('::ffff:') ? null : parseAddress(address)
  return parsed !== null && isInRanges(parsed, allow)
}
