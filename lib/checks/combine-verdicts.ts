import type { Verdict } from '@/lib/model/verdict'

/**
 * One verdict over several accounts, clusters or connections: any fail fails; else anything unknown is unknown; else one
 * pass passes; else, and for none at all, it does not apply.
 */
export function combineVerdicts(verdicts: Iterable<Verdict>): Verdict {
  const seen = new Set(verdicts)
  if (seen.has('fail')) return 'fail'
  if (seen.has('unknown')) return 'unknown'
  return seen.has('pass') ? 'pass' : 'not_applicable'
}
