'use client'

import { useRouter } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { showToast } from '@/components/ui/toast-store'
import type { FindingImportReport } from '@/lib/model/finding-import'
import { transitionsText } from '@/lib/presentation/finding-import'
import { countText } from '@/lib/presentation/number'
import { useImportFindings } from '@/lib/queries/finding-imports'
import { paths } from '@/lib/queries/paths'
import { CheckFirst } from '../check-first'
import { FindingsReport } from './findings-report'

type Props = { org: string; file: File; connection: string | null }

/** Check the whole file first, see what it would do, then do it. */
export function FindingsRun({ org, file, connection }: Props) {
  const router = useRouter()
  const check = useImportFindings(org)
  const run = useImportFindings(org)

  function importFile(): void {
    run.mutate(
      { file, connection, dryRun: false },
      {
        onSuccess: (report) => {
          showToast({ title: `${file.name} imported`, detail: transitionsText(report), tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  if (run.data) return <Imported org={org} report={run.data} />
  return (
    <CheckFirst
      title="2. Check the whole file, then import"
      check={check}
      run={run}
      report={check.data ? <FindingsReport report={check.data} /> : null}
      importLabel={check.data ? importText(check.data) : ''}
      onCheck={() => check.mutate({ file, connection, dryRun: true })}
      onImport={importFile}
    />
  )
}

function importText({ mapped, unmapped, rejected }: FindingImportReport): string {
  const found = mapped + unmapped
  const head = found === 1 ? 'Import one finding' : `Import ${countText(found)} findings`
  return rejected === 0 ? head : `${head}, leave out ${countText(rejected)} ${rejected === 1 ? 'record' : 'records'}`
}

const Imported = ({ org, report }: { org: string; report: FindingImportReport }) => (
  <Card title="Imported">
    <FindingsReport report={report} />
    <div className="mt-4 flex flex-wrap gap-2">
      <LinkButton variant="primary" href={paths.findings(org, { connection: report.connectionId })}>
        See the findings of {report.connection}
      </LinkButton>
      <LinkButton
        href={paths.ruleMappings(org, { product: report.product, mapped: report.unmapped > 0 ? 'no' : undefined })}
      >
        {report.unmapped > 0 ? 'Map what feeds nothing yet' : 'See how its rules are mapped'}
      </LinkButton>
    </div>
  </Card>
)
