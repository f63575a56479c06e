import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { derivedSecret, installationKey } from './key'
import { parseEnv } from './parse-env'

const DATABASE_URL = 'postgresql://me@db/proofline'
const PROOFLINE_KEY = Buffer.alloc(32, 7).toString('base64')

describe('installationKey', () => {
  let dataDir = ''
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'proofline-key-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
  const settings = (source: Record<string, string> = {}) =>
    parseEnv({ PROOFLINE_DATA_DIR: join(dataDir, 'inner'), ...source }, '/')

  test('is made once and the same afterwards', () => {
    const first = installationKey(settings())
    expect(first).toHaveLength(32)
    expect(installationKey(settings())).toEqual(first)
  })

  test('is kept where only this user can read it', () => {
    installationKey(settings())
    expect(statSync(join(dataDir, 'inner', 'key')).mode & 0o777).toBe(0o600)
  })

  test('PROOFLINE_KEY wins, and no file is written', () => {
    expect(installationKey(settings({ PROOFLINE_KEY }))).toEqual(Buffer.alloc(32, 7))
    expect(() => statSync(join(dataDir, 'inner'))).toThrow('ENOENT')
  })

  test('an external database without PROOFLINE_KEY is refused', () => {
    expect(() => installationKey(settings({ DATABASE_URL }))).toThrow('PROOFLINE_KEY is required')
    expect(installationKey(settings({ DATABASE_URL, PROOFLINE_KEY }))).toHaveLength(32)
  })

  test('a damaged key file stops with a clear line instead of a new key', () => {
    installationKey(settings())
    writeFileSync(join(dataDir, 'inner', 'key'), 'nonsense')
    expect(() => installationKey(settings())).toThrow('is damaged')
  })
})

describe('derivedSecret', () => {
  test('differs by purpose and by key, and repeats', () => {
    const [a, b] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    expect(derivedSecret(a, 'x')).toEqual(derivedSecret(a, 'x'))
    expect(derivedSecret(a, 'x')).not.toEqual(derivedSecret(a, 'y'))
    expect(derivedSecret(a, 'x')).not.toEqual(derivedSecret(b, 'x'))
  })
})
