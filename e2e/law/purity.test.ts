import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-tree'

const PURE =
  /^lib\/(model|framework|access|checks|findings|incidents|metrics|maturity|presentation|evidence|reports)\/.*\.tsx?$/
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(randomUUID|getRandomValues)\(|\bperformance\.now\(/

const readsClockOrDice = (text: string) => IMPURE.test(text)

describe('law of purity', () => {
  test('no engine reads the clock or rolls dice: the same facts give the same result on any day', () => {
    const engines = sourceFiles().filter((path) => PURE.test(path) && !path.includes('.test.'))
    expect(engines.filter((path) => readsClockOrDice(readFileSync(path, 'utf8')))).toEqual([])
  })

  test.each(['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()'])('%s is recognised', (text) => {
    expect(readsClockOrDice(`const value = ${text}`)).toBe(true)
  })

  test('an instant that was passed in is not mistaken for the clock', () => {
    expect(readsClockOrDice('const at = new Date(instant)')).toBe(false)
  })
})
