import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import type { ApiProblem } from '@/lib/queries/api'
import { ProblemList } from './problem-list'

type Step = { isPending: boolean; error: ApiProblem | null }
type Props = {
  title: string
  check: Step
  run: Step
  /** What the check found; null before it was made. */
  report: ReactNode | null
  /** What the importing button says, and whether there is anything to import. */
  importLabel: string
  isEmpty?: boolean
  /** What has to be said before the file can be checked; null when all was. */
  missing?: string | null
  onCheck: () => void
  onImport: () => void
}

/** Check the whole file first, see what it would do, then do it. */
export function CheckFirst({ title, check, run, report, missing = null, isEmpty = false, ...acts }: Props) {
  const isBusy = check.isPending || run.isPending
  const isChecked = report !== null
  const problem = run.error ?? check.error
  return (
    <Card title={title} note="Checking writes nothing: the server does the whole import and takes it back.">
      <div className="grid gap-4">
        {report}
        {problem ? <ProblemList problem={problem} nothingWritten /> : null}
        {isBusy ? <Progress label={check.isPending ? 'Checking the whole file…' : 'Importing…'} value={null} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant={isChecked ? 'secondary' : 'primary'}
            disabled={missing !== null || isBusy}
            onClick={acts.onCheck}
          >
            {isChecked ? 'Check again' : 'Check the whole file'}
          </Button>
          {isChecked ? (
            <Button variant="primary" disabled={isEmpty || isBusy} onClick={acts.onImport}>
              {acts.importLabel}
            </Button>
          ) : null}
          {missing ? <p className="text-ink-3 text-xs">{missing}</p> : null}
        </div>
      </div>
    </Card>
  )
}
