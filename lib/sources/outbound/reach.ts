import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Whom an address leads to. `local` is this machine or its network; `reserved` is nobody a connection could be meant for:
 * cloud metadata, link-local, multicast, and addresses that carry another one inside.
 */
export type Reach = 'public' | 'local' | 'reserved'

const LOCAL = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'])

/** Instance metadata outside the link-local range: Alibaba, Azure, Oracle, AWS and Google over IPv6. */
const METADATA = ['100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254', 'fd20:ce::254'].map((address) =>
  ipaddr.parse(address).toNormalizedString(),
)
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')
/** Interface identifiers of ISATAP (RFC 5214 §6.1), after which an IPv4 address follows. */
const ISATAP = [0x0000_5efe, 0x0200_5efe]

/**
 * Where an address leads, after IANA's special-purpose registries (RFC 6890). IPv6 is public only within 2000::/3, and not
 * when an IPv4 address may be hidden in it (mapped, compatible, NAT64, 6to4, Teredo, ISATAP). Text that is no address is
 * reserved.
 */
export function reachOf(text: string): Reach {
  if (isIP(text) === 0 || text.includes('%')) return 'reserved'
  const address = ipaddr.parse(text)
  if (METADATA.includes(address.toNormalizedString())) return 'reserved'
  const range = address.range()
  if (LOCAL.has(range)) return 'local'
  if (range !== 'unicast') return 'reserved'
  return address instanceof ipaddr.IPv6 && !isGlobal(address) ? 'reserved' : 'public'
}

function isGlobal(address: ipaddr.IPv6): boolean {
  const [, , , , high = 0, low = 0] = address.parts
  return address.match(GLOBAL_UNICAST) && !ISATAP.includes(high * 0x1_0000 + low)
}
