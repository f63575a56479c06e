import type { Coverage } from '@/lib/model/coverage'

type Counted = {
  changes: number
  checks: number
  state: number
  /** Terraform stopped with an error while it planned. */
  errored: boolean
  /** It planned for some resources only (-target), or put some off. */
  partial: boolean
}

const ERRORED = { code: 'PlanErrored', message: 'Terraform stopped with an error before the plan was whole' }
const PARTIAL = { code: 'PlanIncomplete', message: 'the plan leaves resources out (-target, or deferred changes)' }
const STATE = { code: 'StateHandedIn', message: 'a state says what was built; a plan says what the code asks for' }

/**
 * What of a file was there. A part of a plan that is cut short says so, and nothing rests on it as if it were whole. A plan
 * carries the state it began from; where there was none, nothing is managed yet.
 */
export function coverageOf(kind: 'plan' | 'state', { changes, checks, state, errored, partial }: Counted): Coverage[] {
  const short = errored ? ERRORED : partial ? PARTIAL : null
  const missing = kind === 'state' ? STATE : short
  const error = (one: typeof ERRORED | null): Coverage['error'] => one && { cause: 'not_collected', ...one }
  return [
    { operation: 'terraform:resource_changes', pages: 1, items: changes, error: error(missing) },
    { operation: 'terraform:checks', pages: 1, items: checks, error: error(short) },
    { operation: 'terraform:state', pages: 1, items: state, error: null },
  ]
}
