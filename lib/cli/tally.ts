import { z } from 'zod'

/** Tests of one part. A skipped test is kept apart only to be named: it counts as failed in the sum. */
export type Tally = { passed: number; failed: number; skipped: number }

const count = z.number().int().nonnegative()

const VitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: z.array(z.unknown()),
})

/** Counts of Vitest's JSON report; a file that could not be loaded, or whose hooks failed, is one failure though none of its tests ran. */
export function vitestTally(report: unknown): Tally {
  const parsed = VitestReport.parse(report)
  const broken = parsed.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return {
    passed: parsed.numPassedTests,
    failed: parsed.numFailedTests + broken.length,
    skipped: parsed.numPendingTests + parsed.numTodoTests,
  }
}

/** Counts of Playwright's JSON report; an error outside of any test is a failure, and so is a test that passed only when repeated. */
export function playwrightTally(report: unknown): Tally {
  const { stats, errors } = PlaywrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/**
 * What a runner may claim: without a readable report, or when it ended badly but counted no failure, or ran nothing at all,
 * there is one failure that its own output explains.
 */
export function believed(tally: Tally | null, exitCode: number): Tally {
  if (tally === null) return { passed: 0, failed: 1, skipped: 0 }
  const isSilent = tally.failed + tally.skipped === 0 && (exitCode !== 0 || tally.passed === 0)
  return isSilent ? { ...tally, failed: 1 } : tally
}

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** The last line of a test run: skipped tests are failures, because a test that does not run promises nothing. */
export const lastLine = ({ passed, failed, skipped }: Tally): string => `${passed} passed, ${failed + skipped} failed`
