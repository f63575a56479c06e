import { expect, test } from 'vitest'
import { coversCidr } from './cidr'

test.each([
  ['10.1.0.0/16', '10.1.0.0/16', true],
  ['10.0.0.0/8', '10.1.0.0/16', true],
  ['0.0.0.0/0', '10.1.0.0/16', true],
  ['10.1.0.0/24', '10.1.0.0/16', false],
  ['10.2.0.0/16', '10.1.0.0/16', false],
  ['2001:db8::/32', '2001:db8:1::/48', true],
  ['::/0', '2001:db8:1::/56', true],
  ['2001:db8:2::/48', '2001:db8:1::/56', false],
  ['::/0', '10.1.0.0/16', false],
  ['pl-12345678', '10.1.0.0/16', false],
  ['10.1.0.0/33', '10.1.0.0/16', false],
  ['10.1.0/16', '10.1.0.0/16', false],
  ['2001:db8::1::/32', '2001:db8:1::/48', false],
])('%s holds the whole of %s: %s', (outer, inner, expected) => {
  expect(coversCidr(outer, inner)).toBe(expected)
})
