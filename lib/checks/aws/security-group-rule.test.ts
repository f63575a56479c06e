import { expect, test } from 'vitest'
import { rule } from '@/lib/testing/aws-network'
import { admitsTheWorld, coversAllPorts, coversTcpPort } from './security-group-rule'

test('the world is every address of either family, and no narrower range', () => {
  expect(admitsTheWorld(rule({ cidrs: ['10.0.0.0/8', '::/0'] }))).toBe(true)
  expect(admitsTheWorld(rule({ cidrs: ['0.0.0.0/1', '10.0.0.0/10'] }))).toBe(false)
})

test('all ports are those of TCP or UDP, be they named or left out', () => {
  expect(coversAllPorts(rule({ protocol: 'udp', fromPort: 1, toPort: 65535 }))).toBe(true)
  expect(coversAllPorts(rule({ protocol: 'tcp', fromPort: null, toPort: null }))).toBe(true)
  expect(coversAllPorts(rule({ protocol: 'tcp', fromPort: 2, toPort: 65535 }))).toBe(false)
  expect(coversAllPorts(rule({ protocol: 'icmp', fromPort: null, toPort: null }))).toBe(false)
})

test('a port of TCP is covered by its range and by every protocol, not by that of UDP', () => {
  expect(coversTcpPort(rule({ fromPort: 20, toPort: 22 }), 22)).toBe(true)
  expect(coversTcpPort(rule({ fromPort: 23, toPort: 30 }), 22)).toBe(false)
  expect(coversTcpPort(rule({ protocol: '-1', fromPort: null, toPort: null }), 22)).toBe(true)
  expect(coversTcpPort(rule({ protocol: 'udp', fromPort: 22, toPort: 22 }), 22)).toBe(false)
})
