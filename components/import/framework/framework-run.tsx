'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import { showToast } from '@/components/ui/toast-store'
import type { FrameworkImportReport } from '@/lib/model/framework-import'
import { countText } from '@/lib/presentation/number'
import { useImportFramework } from '@/lib/queries/frameworks'
import { paths } from '@/lib/queries/paths'
import { ProblemList } from '../problem-list'
import { FrameworkReport } from './framework-report'

type Props = { org: string; file: File; slug: string | null }

/** Check the whole file first, see what it would do, then do it. */
export function FrameworkRun({ org, file, slug }: Props) {
  const router = useRouter()
  const check = useImportFramework(org)
  const run = useImportFramework(org)
  const isBusy = check.isPending || run.isPending
  const problem = run.error ?? check.error

  function importFile(): void {
    run.mutate(
      { file, slug, dryRun: false },
      {
        onSuccess: ({ name, requirements }) => {
          showToast({ title: `${name} imported`, detail: `${countText(requirements)} requirements.`, tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  if (run.data) return <Imported org={org} report={run.data} />
  return (
    <Card
      title="Check the whole file, then import"
      note="Checking writes nothing: the server does the whole import and takes it back."
    >
      <div className="grid gap-4">
        {check.data ? <FrameworkReport report={check.data} /> : null}
        {problem ? <ProblemList problem={problem} nothingWritten /> : null}
        {isBusy ? <Progress label={check.isPending ? 'Checking the whole file…' : 'Importing…'} value={null} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant={check.data ? 'secondary' : 'primary'}
            disabled={isBusy}
            onClick={() => check.mutate({ file, slug, dryRun: true })}
          >
            {check.data ? 'Check again' : 'Check the whole file'}
          </Button>
          {check.data ? (
            <Button variant="primary" disabled={isBusy} onClick={importFile}>
              {check.data.replaced === null ? 'Import the framework' : `Replace version ${check.data.replaced}`}
            </Button>
          ) : null}
        </div>
      </div>
    </Card>
  )
}

const Imported = ({ org, report }: { org: string; report: FrameworkImportReport }) => (
  <Card title="Imported">
    <FrameworkReport report={report} />
    <div className="mt-4 flex flex-wrap gap-2">
      <LinkButton variant="primary" href={paths.framework(org, report.framework)}>
        {report.mapped < report.requirements ? 'Map its requirements' : 'See its requirements'}
      </LinkButton>
    </div>
  </Card>
)
