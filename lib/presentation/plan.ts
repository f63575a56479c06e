import type { PlanReport } from '@/lib/model/plan-report'
import type { UnknownCause } from '@/lib/model/resource'
import type { Verdict } from '@/lib/model/verdict'
import { countText } from './number'

type Judged = { verdicts: readonly { verdict: Verdict }[] }

const count = ({ verdicts }: Judged, verdict: Verdict): number =>
  verdicts.filter((one) => one.verdict === verdict).length

const checks = (n: number): string => `${countText(n)} ${n === 1 ? 'check' : 'checks'}`

/** What the checks make of a plan or state; what is unknown is never said to be good. */
export function planTitle(report: Judged): string {
  const [fail, unknown, pass] = [count(report, 'fail'), count(report, 'unknown'), count(report, 'pass')]
  const rest = unknown > 0 ? `; ${countText(unknown)} cannot be decided yet` : ''
  if (fail > 0) return `${checks(fail)} ${fail === 1 ? 'fails' : 'fail'}${rest}`
  if (unknown > 0) return `No check fails${rest}`
  return pass > 0 ? 'Every check that applies passes' : 'No check applies to what was handed in'
}

/** Every verdict with its number: the parts add up to the checks there are. */
export const planLine = (report: Judged): string =>
  [
    `${countText(count(report, 'pass'))} pass`,
    `${countText(count(report, 'fail'))} fail`,
    `${countText(count(report, 'unknown'))} unknown`,
    `${countText(count(report, 'not_applicable'))} not applicable`,
  ].join(', ')

const CAUSES: Record<UnknownCause, string> = {
  not_collected: 'known only after apply, or marked sensitive',
  denied: 'the source refused',
  unavailable: 'it could not be evaluated',
  unsupported: 'the file does not say',
}

/** Why nobody can decide about a resource of a plan yet. */
export const planUnknownText = (cause: UnknownCause): string => CAUSES[cause]

/** What the comparison of layers is made against. */
export function planBasisText({ maturity: { replaces }, recorded }: Pick<PlanReport, 'maturity' | 'recorded'>): string {
  const basis =
    replaces === null
      ? 'No run of this connection came before: what was handed in is added to what the other connections show.'
      : 'With what was handed in instead of this connection’s newest run.'
  return recorded === null ? `${basis} Nothing was kept.` : basis
}

const SHELL_SAFE = /^[A-Za-z0-9_./:@-]+$/
const quoted = (word: string): string => (SHELL_SAFE.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

/** What a pipeline runs to have a plan judged before it is applied. The connection is named where it is not the default. */
export function gateLines(org: string, connection: string): string {
  const named = connection === 'terraform' ? '' : ` --connection ${quoted(connection)}`
  return [
    'terraform plan -out plan.bin',
    'terraform show -json plan.bin > plan.json',
    `npm run -s proofline -- gate plan.json --org ${org}${named} --fail-below initial`,
  ].join('\n')
}
