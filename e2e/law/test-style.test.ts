import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-tree'

/** A mocked module tests the mock, a snapshot promises nothing a reader can name, a sleep is either too short or too long. */
const EMPTY_PROMISES = /\bvi\.(mock|doMock)\(|\.toMatch(Inline)?Snapshot\(|\.waitForTimeout\(|\.(skipIf|runIf)\(/

const breaksStyle = (text: string) => EMPTY_PROMISES.test(text)

describe('law of tests', () => {
  test('no test mocks a module, takes a snapshot, sleeps or runs only sometimes', () => {
    const tests = sourceFiles().filter((path) => /\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('e2e/law/'))
    expect(tests.filter((path) => breaksStyle(readFileSync(path, 'utf8')))).toEqual([])
  })

  test.each([
    "vi.mock('./clock')",
    'expect(html).toMatchSnapshot()',
    'await page.waitForTimeout(500)',
    "test.skipIf(slow)('x', () => {})",
  ])('%s is recognised', (text) => {
    expect(breaksStyle(text)).toBe(true)
  })
})
