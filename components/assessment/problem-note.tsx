import { Callout } from '@/components/ui/callout'
import type { ApiProblem } from '@/lib/queries/api'

/** Why the server refused; null shows nothing. */
export const ProblemNote = ({ problem }: { problem: ApiProblem | null }) =>
  problem === null ? null : (
    <Callout tone="bad" className="mb-3" title={problem.title}>
      {problem.detail ?? 'Nothing was changed. Try again.'}
      {problem.requestId === undefined ? null : <span className="text-ink-3"> Request {problem.requestId}</span>}
    </Callout>
  )
