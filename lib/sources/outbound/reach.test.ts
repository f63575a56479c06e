import { expect, test } from 'vitest'
import { reachOf } from './reach'

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001:82a::200e',
]

const LOCAL = [
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.0',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '::1',
  'fc00::1',
  'fd12:3456:789a::1',
  'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
]

const RESERVED: Record<string, readonly string[]> = {
  'instance metadata': [
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    'fd00:ec2::254',
    'fd20:ce::254',
  ],
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  'link-local': ['169.254.0.1', 'fe80::1', 'febf::1'],
  'site-local': ['fec0::1'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  broadcast: ['255.255.255.255'],
  'reserved or for documents': [
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '240.0.0.1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
    '4000::1',
  ],
  'mapped or compatible IPv4': ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::8.8.8.8', '::ffff:0:10.0.0.1'],
  'translated IPv4': ['64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::a00:1'],
  'tunnelled IPv4': [
    '2002:7f00:1::',
    '2002:808:808::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2606:4700::5efe:127.0.0.1',
    '2606:4700::200:5efe:a00:1',
  ],
  'no address': ['', 'localhost', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', 'fe80::1%eth0', '2606:4700::1%1'],
}

test.each(PUBLIC)('%s is public', (address) => {
  expect(reachOf(address)).toBe('public')
})

test.each(LOCAL)('%s is this machine or its network', (address) => {
  expect(reachOf(address)).toBe('local')
})

test.each(Object.entries(RESERVED).flatMap(([kind, list]) => list.map((address) => [address, kind])))(
  '%s is %s, which nobody is meant to connect to',
  (address) => {
    expect(reachOf(address)).toBe('reserved')
  },
)
