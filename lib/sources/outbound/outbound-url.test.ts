import { beforeEach, describe, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import { outboundUrl, requireReachable } from './outbound-url'

beforeEach(() => void overrideEnv({ outboundAllow: [] }))

function fault(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof AppError && error.code === 'invalid' ? (error.detail ?? '') : `threw ${error}`
  }
  return 'accepted'
}
const urlFault = (text: string) => fault(() => outboundUrl(text))

describe('outboundUrl', () => {
  test.each([
    'https://example.org',
    'https://example.org:8443/realms/a?b=c#d',
    'HTTPS://Example.ORG/',
    'https://1.1.1.1/',
    'https://1.1.1.1:8443/',
    'https://[2606:4700:4700::1111]/x',
    'https://bücher.example/',
    'https://example.org/a%2Fb/@c',
    'http://name.example/only-checked-when-connecting',
  ])('%s may be tried', (text) => {
    expect(outboundUrl(text)).toBeInstanceOf(URL)
  })

  test.each([
    ['another scheme', 'ftp://example.org/', 'https://'],
    ['a file', 'file:///etc/passwd', 'https://'],
    ['gopher', 'gopher://example.org/_x', 'https://'],
    ['data', 'data:text/plain,x', 'https://'],
    ['javascript', 'javascript:alert(1)', 'https://'],
    ['one slash', 'https:/example.org', 'https://'],
    ['no slash', 'https:example.org', 'https://'],
    ['http to an address', 'http://1.1.1.1/', 'https://'],
    ['no scheme', 'example.org', 'valid URL'],
    ['no host', 'https://', 'valid URL'],
    ['a bad port', 'https://example.org:99999/', 'valid URL'],
    ['a line break', 'https://example.org/\r\nHost: x', 'valid URL'],
    ['a tab', 'https://exam\tple.org/', 'valid URL'],
    ['a NUL', 'https://example.org/\0', 'valid URL'],
    ['a space', ' https://example.org/', 'valid URL'],
    ['a backslash', 'https://example.org\\@127.0.0.1/', 'valid URL'],
    ['an invisible letter', 'https://exam\u200bple.org/', 'valid URL'],
    ['a text direction', 'https://\u202eexample.org/', 'valid URL'],
    ['too many letters', `https://example.org/${'a'.repeat(2000)}`, 'valid URL'],
    ['a user', 'https://me@example.org/', 'user name'],
    ['a password', 'https://me:secret@example.org/', 'user name'],
    ['an empty user', 'https://@example.org/', 'user name'],
    ['a host that looks like a user', 'https://example.org@127.0.0.1/', 'user name'],
    ['a trailing dot', 'https://example.org./', 'plainly'],
    ['a trailing dot on an address', 'https://127.0.0.1./', 'plainly'],
    ['a percent sign in the host', 'https://%31%32%37.0.0.1/', 'plainly'],
    ['a decimal address', 'https://2130706433/', 'plainly'],
    ['a public decimal address', 'https://16843009/', 'plainly'],
    ['a hexadecimal address', 'https://0x7f000001/', 'plainly'],
    ['a short hexadecimal address', 'https://0x7f.1/', 'plainly'],
    ['an octal address', 'https://0177.0.0.01/', 'plainly'],
    ['a short address', 'https://127.1/', 'plainly'],
    ['full-width digits', 'https://１２７.0.0.1/', 'plainly'],
    ['enclosed digits', 'https://①②⑦.0.0.1/', 'plainly'],
    ['ideographic dots', 'https://127。0。0。1/', 'plainly'],
    ['loopback', 'https://127.0.0.1/', 'OUTBOUND_ALLOW'],
    ['loopback with a port', 'https://127.0.0.1:8443/', 'OUTBOUND_ALLOW'],
    ['loopback of IPv6', 'https://[::1]/', 'OUTBOUND_ALLOW'],
    ['a private network', 'https://10.0.0.1/', 'OUTBOUND_ALLOW'],
    ['metadata', 'https://169.254.169.254/latest/meta-data', 'OUTBOUND_ALLOW'],
    ['metadata of IPv6', 'https://[fd00:ec2::254]/', 'OUTBOUND_ALLOW'],
    ['mapped loopback', 'https://[::ffff:127.0.0.1]/', 'OUTBOUND_ALLOW'],
    ['mapped loopback in hexadecimal', 'https://[::ffff:7f00:1]/', 'OUTBOUND_ALLOW'],
    ['everywhere', 'https://0.0.0.0/', 'OUTBOUND_ALLOW'],
    ['everywhere in short', 'https://0/', 'plainly'],
  ])('%s is refused', (_, text, because) => {
    expect(urlFault(text)).toContain(because)
  })

  test('a refusal does not repeat what stood in the URL beyond its host', () => {
    expect(urlFault('https://me:hunter2@10.0.0.1/')).not.toContain('hunter2')
    expect(urlFault('https://10.0.0.1/?token=hunter2')).not.toContain('hunter2')
  })
})

describe('the operator’s exceptions', () => {
  const reach = (host: string, addresses: string[], secure = true) =>
    fault(() => requireReachable(host, addresses, secure)) === 'accepted'

  test('a range lets its addresses be reached, also without TLS', () => {
    overrideEnv({ outboundAllow: ['10.1.0.0/16', '169.254.169.254', 'fd12::/16'] })
    expect(urlFault('http://10.1.2.3:8080/')).toBe('accepted')
    expect(urlFault('http://169.254.169.254/')).toBe('accepted')
    expect(urlFault('https://[fd12::1]/')).toBe('accepted')
    expect(urlFault('https://10.2.2.3/')).toContain('refused')
    expect(urlFault('https://[::ffff:10.1.2.3]/')).toContain('refused')
    expect(reach('vault.example', ['10.1.2.3'], false)).toBe(true)
    expect(reach('vault.example', ['10.1.2.3', '10.2.0.1'])).toBe(false)
    expect(reach('vault.example', ['10.1.2.3', '8.8.8.8'], false)).toBe(false)
  })

  test('a name may be this machine or its network, and needs no TLS', () => {
    overrideEnv({ outboundAllow: ['vault.internal', 'localhost'] })
    expect(reach('vault.internal', ['10.1.2.3', 'fd12::1'], false)).toBe(true)
    expect(reach('localhost', ['127.0.0.1', '::1'], false)).toBe(true)
    expect(reach('sub.vault.internal', ['10.1.2.3'])).toBe(false)
    expect(reach('evil-vault.internal', ['10.1.2.3'])).toBe(false)
  })

  test('a name alone never leads to metadata or another reserved address', () => {
    overrideEnv({ outboundAllow: ['vault.internal'] })
    for (const address of ['169.254.169.254', '100.100.100.200', '0.0.0.0', '::ffff:10.0.0.1', '64:ff9b::a00:1'])
      expect(reach('vault.internal', [address])).toBe(false)
  })

  test('*.internal is every name below, not internal itself', () => {
    overrideEnv({ outboundAllow: ['*.internal'] })
    expect(reach('a.b.internal', ['10.0.0.1'])).toBe(true)
    expect(reach('internal', ['10.0.0.1'])).toBe(false)
    expect(reach('notinternal', ['10.0.0.1'])).toBe(false)
  })

  test('one private address among public ones is enough to refuse a name', () => {
    expect(reach('example.org', ['8.8.8.8', '2606:4700:4700::1111'])).toBe(true)
    expect(reach('example.org', ['8.8.8.8', '10.0.0.1'])).toBe(false)
    expect(reach('example.org', ['8.8.8.8'], false)).toBe(false)
  })
})
