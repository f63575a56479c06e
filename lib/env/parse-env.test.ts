import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import { parseEnv } from './parse-env'

const KEY = Buffer.alloc(32, 7).toString('base64')
const detailOf = (source: Record<string, string>) => {
  try {
    parseEnv(source, '/srv')
  } catch (error) {
    return error instanceof AppError ? (error.detail ?? '') : String(error)
  }
  return 'accepted'
}

describe('parseEnv', () => {
  test('nothing set means the embedded database under the project and http://localhost:3000', () => {
    expect(parseEnv({}, '/srv/proofline')).toEqual({
      databaseUrl: null,
      url: 'http://localhost:3000',
      urlIsGiven: false,
      dataDir: '/srv/proofline/.proofline',
      keys: [],
      keyFile: null,
      outboundAllow: [],
      trustedProxies: [],
      opaUrl: null,
      requireOpa: false,
      awsPrincipal: null,
      tsaUrl: null,
      port: null,
      sessionHours: 8,
      sessionIdleMinutes: 30,
      ratePerMinute: 600,
      leaseSeconds: 15,
      unitSeconds: 600,
      accountUnits: 6,
      debug: false,
      development: false,
    })
  })

  test('everything set is read', () => {
    const settings = parseEnv(
      {
        DATABASE_URL: 'postgresql://me:secret@db.example.org:5432/proofline?sslmode=require',
        PROOFLINE_URL: 'https://Proofline.example.org/',
        PROOFLINE_DATA_DIR: 'data',
        PROOFLINE_KEY: KEY,
        PROOFLINE_OUTBOUND_ALLOW: '10.0.0.0/8, Vault.internal fd00::/8',
        PROOFLINE_TRUSTED_PROXIES: '10.0.0.0/24,FD00::1',
        OPA_URL: 'http://127.0.0.1:8181/',
        PROOFLINE_REQUIRE_OPA: '1',
        PROOFLINE_RATE_PER_MINUTE: '5000',
        PORT: '8080',
        PROOFLINE_DEBUG: '1',
      },
      '/srv',
    )
    expect(settings).toMatchObject({
      url: 'https://proofline.example.org',
      urlIsGiven: true,
      dataDir: '/srv/data',
      outboundAllow: ['10.0.0.0/8', 'vault.internal', 'fd00::/8'],
      trustedProxies: ['10.0.0.0/24', 'fd00::1'],
      opaUrl: 'http://127.0.0.1:8181',
      requireOpa: true,
      ratePerMinute: 5000,
      port: 8080,
      debug: true,
    })
    expect(settings.keys).toEqual([Buffer.from(KEY, 'base64')])
  })

  test('an empty variable counts as absent', () => {
    expect(parseEnv({ DATABASE_URL: '', PORT: ' ' }, '/srv')).toEqual(parseEnv({}, '/srv'))
  })

  test('without PROOFLINE_URL the port is part of the address', () => {
    expect(parseEnv({ PORT: '4000' }, '/srv').url).toBe('http://localhost:4000')
  })

  test.each([
    ['DATABASE_URL', 'mysql://me@db/x'],
    ['DATABASE_URL', 'postgresql://db.example.org'],
    ['DATABASE_URL', 'postgresql:///proofline'],
    ['PROOFLINE_URL', 'proofline.example.org'],
    ['PROOFLINE_URL', 'https://example.org/proofline'],
    ['PROOFLINE_KEY', 'c2hvcnQ='],
    ['PROOFLINE_KEY', `${KEY},c2hvcnQ=`],
    ['PROOFLINE_KEY', ','],
    ['PROOFLINE_KEY', `${KEY.slice(0, -2)}!!`],
    ['PROOFLINE_OUTBOUND_ALLOW', '10.0.0.0/33'],
    ['PROOFLINE_OUTBOUND_ALLOW', '10.0.0.300'],
    ['PROOFLINE_OUTBOUND_ALLOW', 'https://vault.internal'],
    ['PROOFLINE_TRUSTED_PROXIES', 'proxy.internal'],
    ['PROOFLINE_TRUSTED_PROXIES', '0.0.0.0/0'],
    ['PROOFLINE_TRUSTED_PROXIES', '10.0.0.0/8, ::/0'],
    ['OPA_URL', '127.0.0.1:8181'],
    ['OPA_URL', 'https://me:secret@opa.example.org'],
    ['OPA_URL', 'https://opa.example.org/v1/data'],
    ['PROOFLINE_RATE_PER_MINUTE', '0'],
    ['PROOFLINE_RATE_PER_MINUTE', '1e9'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000x'],
  ])('a bad %s (%s) is refused in one line that names it', (name, value) => {
    const detail = detailOf({ [name]: value })
    expect(detail).toContain(name)
    expect(detail).not.toContain('\n')
  })

  test('a refused secret is not repeated', () => {
    expect(detailOf({ DATABASE_URL: 'http://me:hunter2@db/x', PROOFLINE_KEY: 'hunter2' })).not.toContain('hunter2')
  })

  test('several keys are listed, or a file names them, and not both', () => {
    const other = Buffer.alloc(32, 9).toString('base64')
    expect(parseEnv({ PROOFLINE_KEY: `${KEY}, ${other}` }, '/srv').keys).toHaveLength(2)
    expect(parseEnv({ PROOFLINE_KEY_FILE: 'keys' }, '/srv')).toMatchObject({ keys: [], keyFile: '/srv/keys' })
    expect(detailOf({ PROOFLINE_KEY: KEY, PROOFLINE_KEY_FILE: 'keys' })).toContain('PROOFLINE_KEY_FILE must not')
  })

  test('every bad variable is named at once', () => {
    expect(detailOf({ PORT: 'x', PROOFLINE_KEY: 'y' })).toMatch(/PROOFLINE_KEY.*PORT/)
  })
})
