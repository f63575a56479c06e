import { Callout } from '@/components/ui/callout'
import type { ApiProblem } from '@/lib/queries/api'
import { RejectTable } from './reject-table'

/** Why the server refused, row by row where it is about rows. */
export const ProblemList = ({ problem, nothingWritten = false }: { problem: ApiProblem; nothingWritten?: boolean }) => (
  <Callout tone="bad" title={problem.title}>
    <p>{problem.problems.length === 0 ? problem.detail : null}</p>
    {problem.problems.length > 0 ? (
      <RejectTable rejects={problem.problems.map(({ row, field, reason }) => ({ row: row ?? null, field, reason }))} />
    ) : null}
    <p className="mt-2 text-xs">
      {nothingWritten ? 'Nothing was written and nothing was lost. ' : ''}
      {problem.requestId ? `Request ${problem.requestId}.` : ''}
    </p>
  </Callout>
)
