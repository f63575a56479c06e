import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { derivedSecret, installationKeys, keyFileOf, keySettings, oldestKey, writeKeys } from './key'
import { parseEnv } from './parse-env'

const DATABASE_URL = 'postgresql://me@db/proofline'
const [OLD, NEW] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]
const PROOFLINE_KEY = `${NEW.toString('base64')},${OLD.toString('base64')}`

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-key-'))
  file = join(folder, 'inner', 'key')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const settings = (source: Record<string, string> = {}) =>
  parseEnv({ PROOFLINE_DATA_DIR: join(folder, 'inner'), ...source }, '/')

describe('installationKeys', () => {
  test('are made once and the same afterwards', () => {
    const first = installationKeys(settings())
    expect(first.map((key) => key.length)).toEqual([32])
    expect(installationKeys(settings())).toEqual(first)
  })

  test('are kept where only this user can read them, also after they were changed', () => {
    installationKeys(settings())
    expect(statSync(file).mode & 0o777).toBe(0o600)
    writeKeys(file, [NEW, OLD])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'inner'))).toEqual(['key'])
  })

  test('PROOFLINE_KEY lists them, the one that seals first, and no file is written', () => {
    expect(installationKeys(settings({ PROOFLINE_KEY }))).toEqual([NEW, OLD])
    expect(() => statSync(join(folder, 'inner'))).toThrow('ENOENT')
  })

  test('a file is read anew each time', () => {
    const [first] = installationKeys(settings())
    writeKeys(file, [NEW, first])
    expect(installationKeys(settings())).toEqual([NEW, first])
  })

  test('an external database needs keys of its own', () => {
    expect(() => installationKeys(settings({ DATABASE_URL }))).toThrow('PROOFLINE_KEY is required')
    expect(installationKeys(settings({ DATABASE_URL, PROOFLINE_KEY }))).toHaveLength(2)
    const named = join(folder, 'named')
    writeFileSync(named, `${NEW.toString('base64')}\n${OLD.toString('base64')}\n`)
    expect(installationKeys(settings({ DATABASE_URL, PROOFLINE_KEY_FILE: named }))).toEqual([NEW, OLD])
  })

  test('a damaged or missing file stops with a clear line instead of a new key', () => {
    installationKeys(settings())
    writeFileSync(file, 'nonsense')
    expect(() => installationKeys(settings())).toThrow('is damaged')
    expect(() => installationKeys(settings({ PROOFLINE_KEY_FILE: join(folder, 'none') }))).toThrow('is missing')
  })
})

describe('oldestKey', () => {
  test('is the last of the list', () => {
    expect(oldestKey(settings({ PROOFLINE_KEY }))).toEqual(OLD)
  })

  test('stays what it was while the process lives, whatever the file says', () => {
    const [first] = installationKeys(settings())
    expect(oldestKey(settings())).toEqual(first)
    writeKeys(file, [NEW])
    expect(oldestKey(settings())).toEqual(first)
  })
})

describe('keySettings', () => {
  test('let another process use the same keys, from the same place', () => {
    const own = settings()
    const told = settings({ DATABASE_URL, ...keySettings(own) })
    expect(keyFileOf(told)).toBe(file)
    expect(installationKeys(own)).toEqual(installationKeys(told))
    expect(installationKeys(settings({ DATABASE_URL, ...keySettings(settings({ PROOFLINE_KEY })) }))).toEqual([
      NEW,
      OLD,
    ])
  })
})

describe('derivedSecret', () => {
  test('differs by purpose and by key, and repeats', () => {
    expect(derivedSecret(OLD, 'x')).toEqual(derivedSecret(OLD, 'x'))
    expect(derivedSecret(OLD, 'x')).not.toEqual(derivedSecret(OLD, 'y'))
    expect(derivedSecret(OLD, 'x')).not.toEqual(derivedSecret(NEW, 'x'))
  })
})
