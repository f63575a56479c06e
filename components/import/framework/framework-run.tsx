'use client'

import { useRouter } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { showToast } from '@/components/ui/toast-store'
import type { FrameworkImportReport } from '@/lib/model/framework-import'
import { countText } from '@/lib/presentation/number'
import { useImportFramework } from '@/lib/queries/frameworks'
import { paths } from '@/lib/queries/paths'
import { CheckFirst } from '../check-first'
import { FrameworkReport } from './framework-report'

type Props = { org: string; file: File; slug: string | null }

/** Check the whole file first, see what it would do, then do it. */
export function FrameworkRun({ org, file, slug }: Props) {
  const router = useRouter()
  const check = useImportFramework(org)
  const run = useImportFramework(org)

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
    <CheckFirst
      title="Check the whole file, then import"
      check={check}
      run={run}
      report={check.data ? <FrameworkReport report={check.data} /> : null}
      importLabel={check.data?.replaced ? `Replace version ${check.data.replaced}` : 'Import the framework'}
      onCheck={() => check.mutate({ file, slug, dryRun: true })}
      onImport={importFile}
    />
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
