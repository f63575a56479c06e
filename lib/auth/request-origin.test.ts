import { beforeEach, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { fromAddress } from '@/lib/testing/from-address'
import { requestOrigin } from './request-origin'

const PROXIES = ['10.0.0.0/24', 'fd00::/8']
const originOf = (peer: string, others: Record<string, string> = {}) =>
  requestOrigin(new Headers(fromAddress(peer, others)))
const address = (peer: string, forwarded?: string) =>
  originOf(peer, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }).address

beforeEach(() => void overrideEnv({ trustedProxies: [] }))

describe('the address of a caller', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['', null],
    ['unknown', null],
    ['2130706433', null],
    ['0x7f.0.0.1', null],
  ])('at the other end %j is %j', (peer, expected) => {
    expect(address(peer)).toBe(expected)
  })

  test('is the other end of the connection, whatever is forwarded, when no proxy is trusted', () => {
    expect(address('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(address('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1')
  })

  test('is not known when the server stamps no requests, whatever a header says', () => {
    const headers = new Headers(fromAddress('203.0.113.7', { 'x-forwarded-for': '203.0.113.7' }))
    Object.assign(globalThis, { prooflineStampsPeers: undefined })
    expect(requestOrigin(headers).address).toBeNull()
  })

  test.each([
    ['the caller that the proxy saw', '10.0.0.9', '203.0.113.7', '203.0.113.7'],
    ['the nearest, not what the caller wrote before it', '10.0.0.9', '127.0.0.1, 8.8.8.8, 203.0.113.7', '203.0.113.7'],
    ['the caller behind two proxies', '10.0.0.9', '8.8.8.8, 203.0.113.7, 10.0.0.8', '203.0.113.7'],
    ['the caller behind a proxy of IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['an address with a port', '10.0.0.9', '203.0.113.7:50000', '203.0.113.7'],
    ['an address of IPv6 with a port', '10.0.0.9', '[2001:db8::7]:50000', '2001:db8::7'],
    ['the proxy itself when it forwards nobody', '10.0.0.9', '', '10.0.0.9'],
    ['the first of proxies alone', '10.0.0.9', '10.0.0.5, 10.0.0.6', '10.0.0.5'],
    ['nobody known when the proxy names no address', '10.0.0.9', '203.0.113.7, unknown', null],
    ['nobody known when a word hides who came before', '10.0.0.9', '203.0.113.7, _hidden, 10.0.0.8', null],
    ['the other end when that is no trusted proxy', '203.0.113.9', '203.0.113.7', '203.0.113.9'],
    ['the other end when it only looks like a proxy', '10.0.1.9', '203.0.113.7', '10.0.1.9'],
  ])('is %s', (_, peer, forwarded, expected) => {
    overrideEnv({ trustedProxies: PROXIES })
    expect(address(peer, forwarded)).toBe(expected)
  })
})

describe('the posture of a device', () => {
  test.each(['compliant', 'non-compliant'])('%s is believed when a trusted proxy says so', (posture) => {
    overrideEnv({ trustedProxies: PROXIES })
    expect(originOf('10.0.0.9', { 'x-proofline-device': posture }).devicePosture).toBe(posture)
  })

  test.each(['Compliant', 'compliant, non-compliant', 'yes', ''])('%j says nothing', (posture) => {
    overrideEnv({ trustedProxies: PROXIES })
    expect(originOf('10.0.0.9', { 'x-proofline-device': posture }).devicePosture).toBeNull()
  })

  test('is not known when anybody else says so', () => {
    expect(originOf('10.0.0.9', { 'x-proofline-device': 'compliant' }).devicePosture).toBeNull()
    overrideEnv({ trustedProxies: PROXIES })
    expect(originOf('203.0.113.7', { 'x-proofline-device': 'compliant' }).devicePosture).toBeNull()
  })
})

test('a browser’s name for itself is kept short, and absent when it has none', () => {
  expect(originOf('203.0.113.7', { 'user-agent': 'x'.repeat(5000) }).userAgent).toHaveLength(300)
  expect(originOf('203.0.113.7').userAgent).toBeNull()
})
