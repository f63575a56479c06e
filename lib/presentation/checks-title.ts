import type { CheckLine } from '@/lib/model/check-view'
import type { Verdict } from '@/lib/model/verdict'
import { countText } from './number'

const count = (checks: readonly CheckLine[], verdict: Verdict): number =>
  checks.filter(({ standing }) => standing?.verdict === verdict).length

const checksText = (n: number): string => `${countText(n)} ${n === 1 ? 'check' : 'checks'}`

/** What the checks came to: `12 of 65 checks fail`; before the first run only how many there are. */
export function checksTitle(checks: readonly CheckLine[]): string {
  const ran = checks.filter(({ standing }) => standing !== null)
  if (ran.length === 0) return `${checksText(checks.length)}, none of them run yet`
  const failing = count(checks, 'fail')
  if (failing > 0) return `${countText(failing)} of ${checksText(checks.length)} ${failing === 1 ? 'fails' : 'fail'}`
  return `No check fails; ${countText(count(checks, 'unknown'))} could not be decided`
}

/** Every verdict with its number, and how many nobody ran: the parts add up to the whole. */
export const checksLine = (checks: readonly CheckLine[]): string =>
  [
    `${countText(count(checks, 'pass'))} pass`,
    `${countText(count(checks, 'fail'))} fail`,
    `${countText(count(checks, 'not_applicable'))} not applicable`,
    `${countText(count(checks, 'unknown'))} unknown`,
    `${countText(checks.filter(({ standing }) => standing === null).length)} not run`,
  ].join(', ')
