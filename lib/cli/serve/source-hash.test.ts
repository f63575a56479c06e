import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sourceHash } from './source-hash'

let root = ''
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'proofline-hash-'))
  write('app/page.tsx', 'page')
  write('lib/kernel/month.ts', 'month')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('sourceHash', () => {
  test.each([
    ['app/page.tsx', 'another page'],
    ['components/ui/button.tsx', 'a new component'],
    ['public/icon.svg', 'an icon'],
    ['prisma/schema/main.prisma', 'a schema'],
    ['package-lock.json', '{"other":1}'],
    ['next.config.ts', 'a setting'],
    ['proxy.ts', 'a proxy'],
  ])('a change of %s makes a build stale', (file, text) => {
    const before = sourceHash(root)
    write(file, text)
    expect(sourceHash(root)).not.toBe(before)
  })

  test.each([
    'lib/cli/start.ts',
    'lib/testing/database.ts',
    'lib/kernel/month.test.ts',
    'lib/db/generated/client.ts',
    'README.md',
    '.proofline/key',
  ])('a change of %s does not', (file) => {
    const before = sourceHash(root)
    write(file, 'something')
    expect(sourceHash(root)).toBe(before)
  })

  test('moving text from one file to the next is a change', () => {
    write('app/a.ts', 'ab')
    write('app/b.ts', 'c')
    const before = sourceHash(root)
    write('app/a.ts', 'a')
    write('app/b.ts', 'bc')
    expect(sourceHash(root)).not.toBe(before)
  })
})
