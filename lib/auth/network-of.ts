import ipaddr from 'ipaddr.js'
import { parseAddress } from '@/lib/env/address-range'

/** The network an address lies in, as large as one site usually has: 192.0.2.7 is in 192.0.2.0/24. Null when not known. */
export function networkOf(address: string | null): string | null {
  const parsed = parseAddress(address ?? '')
  if (!parsed) return null
  return parsed.kind() === 'ipv4'
    ? `${ipaddr.IPv4.networkAddressFromCIDR(`${parsed}/24`)}/24`
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/48`)}/48`
}
