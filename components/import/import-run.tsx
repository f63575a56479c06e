'use client'

import { useRouter } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { showToast } from '@/components/ui/toast-store'
import { type ImportRequest, useImport } from '@/lib/queries/imports'
import { CheckFirst } from './check-first'
import { ImportReportView } from './import-report-view'
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
  const importRecords = () =>
    run.mutate(
      { ...request, dryRun: false },
      {
        onSuccess: (report) => {
          showToast({ title: `${report.created + report.updated} ${kind} imported`, tone: 'good' })
          router.refresh()
        },
      },
    )
  const rejected = check.data?.rejected ?? 0
  return (
    <CheckFirst
      title="3. Check the whole file, then import"
      {...{ check, run, missing }}
      report={check.data ? <ImportReportView kind={kind} report={check.data} /> : null}
      importLabel={`Import ${taken} ${kind}${rejected > 0 ? `, leave out ${rejected} rows` : ''}`}
      isEmpty={taken === 0}
      onCheck={() => check.mutate({ ...request, dryRun: true })}
      onImport={importRecords}
    />
  )
}
