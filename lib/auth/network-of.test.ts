import { expect, test } from 'vitest'
import { networkOf } from './network-of'

test.each([
  ['192.0.2.7', '192.0.2.0/24'],
  ['192.0.2.255', '192.0.2.0/24'],
  ['192.0.3.0', '192.0.3.0/24'],
  ['::ffff:192.0.2.7', '192.0.2.0/24'],
  ['2001:db8:1:2::3', '2001:db8:1::/48'],
  ['2001:db8:1:ffff:ffff::', '2001:db8:1::/48'],
  ['2001:db8:2::', '2001:db8:2::/48'],
  ['::1', '::/48'],
  ['fe80::1%eth0', 'fe80::/48'],
])('%s lies in %s', (address, network) => expect(networkOf(address)).toBe(network))

test.each([[null], [''], ['nowhere'], ['192.0.2'], ['300.1.1.1']])(
  '%s is no address, so its network is not known',
  (text) => expect(networkOf(text)).toBeNull(),
)
