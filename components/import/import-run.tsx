'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import { showToast } from '@/components/ui/toast-store'
import { type ImportRequest, useImport } from '@/lib/queries/imports'
import { ImportReportView } from './import-report-view'
import { ProblemList } from './problem-list'
import type { WizardProps } from './wizard-props'

type Props = WizardProps & { request: Omit<ImportRequest, 'dryRun'> }

/** Check the whole file first, see what it would do, then do it. */
export function ImportRun({ org, kind, listHref, importsHref, request }: Props) {
  const router = useRouter()
  const check = useImport(org, kind)
  const run = useImport(org, kind)
  const missing =
    request.source === ''
      ? 'Name the source first.'
      : request.dates === null
        ? 'Choose how dates are written first.'
        : null
  const taken = (check.data?.created ?? 0) + (check.data?.updated ?? 0)

  if (run.data) {
    return (
      <Card title="Imported">
        <ImportReportView kind={kind} report={run.data} />
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton variant="primary" href={listHref}>
            See the {kind}
          </LinkButton>
          <LinkButton href={importsHref}>All imports, with undo</LinkButton>
        </div>
      </Card>
    )
  }
  return (
    <Card
      title="3. Check the whole file, then import"
      note="Checking writes nothing: the server does the whole import and takes it back."
    >
      <div className="grid gap-4">
        {check.data ? <ImportReportView kind={kind} report={check.data} /> : null}
        {check.error ? <ProblemList problem={check.error} nothingWritten /> : null}
        {run.error ? <ProblemList problem={run.error} nothingWritten /> : null}
        {check.isPending || run.isPending ? (
          <Progress label={check.isPending ? 'Checking the whole file…' : 'Importing…'} value={null} />
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant={check.data ? 'secondary' : 'primary'}
            disabled={missing !== null || check.isPending || run.isPending}
            onClick={() => check.mutate({ ...request, dryRun: true })}
          >
            {check.data ? 'Check again' : 'Check the whole file'}
          </Button>
          {check.data ? (
            <Button
              variant="primary"
              disabled={taken === 0 || run.isPending}
              onClick={() =>
                run.mutate(
                  { ...request, dryRun: false },
                  {
                    onSuccess: (report) => {
                      showToast({ title: `${report.created + report.updated} ${kind} imported`, tone: 'good' })
                      router.refresh()
                    },
                  },
                )
              }
            >
              {`Import ${taken} ${kind}${check.data.rejected > 0 ? `, leave out ${check.data.rejected} rows` : ''}`}
            </Button>
          ) : null}
          {missing ? <p className="text-ink-3 text-xs">{missing}</p> : null}
        </div>
      </div>
    </Card>
  )
}
