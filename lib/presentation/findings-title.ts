import type { FindingCounts } from '@/lib/model/finding-counts'
import type { Run } from '@/lib/model/run'
import { instantText } from './date'
import { countText } from './number'

/** `137 open findings; 12 block a higher stage`. */
export function findingsTitle({ open, blocking }: Pick<FindingCounts, 'open' | 'blocking'>): string {
  if (open === 0) return 'No open findings'
  const head = open === 1 ? 'One open finding' : `${countText(open)} open findings`
  if (blocking === null) return head
  if (blocking === 0) return `${head}; none blocks a higher stage`
  return `${head}; ${blocking === 1 ? 'one blocks' : `${countText(blocking)} block`} a higher stage`
}

type Line = Pick<FindingCounts, 'accepted' | 'expired' | 'unassigned'>
type LastRun = Pick<Run, 'finishedAt' | 'totals'>

const several = (n: number, one: string, many: string): string[] =>
  n === 0 ? [] : [n === 1 ? one : `${countText(n)} ${many}`]

/** The newest run and what is set aside; an empty list is not a good result before anything was read. */
export function findingsLine(counts: Line, run: LastRun | null): string {
  const parts = [
    ...several(counts.unassigned, 'one without an owner', 'without an owner'),
    ...several(counts.accepted, 'one accepted risk', 'accepted risks'),
    ...several(counts.expired, 'one exception has run out', 'exceptions have run out'),
  ]
  const rest = parts.length === 0 ? '' : ` ${capitalized(parts.join(', '))}.`
  if (!run?.finishedAt || !run.totals)
    return `No run has been evaluated yet: nothing is known of what was not read.${rest}`
  const { resources, verdicts } = run.totals
  return `Last run ${instantText(run.finishedAt)}: ${countText(resources)} resources read, ${countText(verdicts.unknown)} checks unknown.${rest}`
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
