import { describe, expect, test } from 'vitest'
import { believed, lastLine, playwrightTally, sum, vitestTally } from './tally'

const vitest = (change: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...change,
})
const playwright = (stats: object, errors: unknown[] = []) => ({
  stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
})

describe('tally', () => {
  test('a test file that could not be loaded is one failure', () => {
    expect(vitestTally(vitest({ testResults: [{ status: 'failed', assertionResults: [] }] })).failed).toBe(1)
  })

  test('a failed test is not counted a second time for its file', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }]
    expect(vitestTally(vitest({ numFailedTests: 1, testResults })).failed).toBe(1)
  })

  test('skipped and planned tests are failures in the last line', () => {
    expect(lastLine(vitestTally(vitest({ numPendingTests: 1, numTodoTests: 1 })))).toBe('3 passed, 2 failed')
  })

  test('a journey that passed only when repeated is a failure', () => {
    expect(playwrightTally(playwright({ flaky: 1 })).failed).toBe(1)
  })

  test('an error outside of any journey is a failure', () => {
    expect(playwrightTally(playwright({}, [{ message: 'global setup' }])).failed).toBe(1)
  })

  test('a runner without a report is one failure', () => {
    expect(believed(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('a runner that ends badly without counting a failure is one failure', () => {
    expect(believed({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1)
  })

  test('a run of no tests is not green', () => {
    expect(believed({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1)
  })

  test('failures that are already counted are not counted again for the exit code', () => {
    expect(believed({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2)
  })

  test('the last line adds all parts', () => {
    const parts = [
      { passed: 4, failed: 0, skipped: 0 },
      { passed: 10, failed: 1, skipped: 1 },
    ]
    expect(lastLine(sum(parts))).toBe('14 passed, 2 failed')
  })
})
