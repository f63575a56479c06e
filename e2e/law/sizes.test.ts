import { describe, expect, test } from 'vitest'
import { codeLines, sourceFiles } from './source-tree'

const files = sourceFiles()
const tooLong = (name: RegExp, ceiling: number) =>
  files
    .filter((path) => name.test(path))
    .map((path) => ({ path, lines: codeLines(path) }))
    .filter(({ lines }) => lines > ceiling)

// Files of 300 lines and functions of 50 are refused by the linter; see lint-rules.test.ts.
describe('law of sizes', () => {
  test('an API route declares and does nothing else: about 30 lines, 40 at most', () => {
    expect(tooLong(/^app\/.*\/route\.tsx?$/, 40)).toEqual([])
  })

  test('a page arranges: about 60 lines, 80 at most', () => {
    expect(tooLong(/^app\/.*(page|layout)\.tsx$/, 80)).toEqual([])
  })

  test('half of all hand-written files stay under 70 lines', () => {
    const lines = files
      .filter((path) => /^(app|components|lib)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|\/catalogue\//.test(path))
      .map(codeLines)
      .sort((a, b) => a - b)
    expect(lines[Math.floor(lines.length / 2)] ?? 0).toBeLessThan(70)
  })
})
