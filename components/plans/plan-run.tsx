'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Progress } from '@/components/ui/progress'
import { Refusal } from '@/components/ui/refusal'
import { showToast } from '@/components/ui/toast-store'
import type { PlanReport } from '@/lib/model/plan-report'
import { paths } from '@/lib/queries/paths'
import { useHandInPlan } from '@/lib/queries/plans'
import { PlanAnswer } from './plan-answer'
import type { PlanPage } from './plan-page'

type Props = PlanPage & { file: File; connection: string }

/** Judge first, which keeps nothing; keep it as a run when that is what is wanted. */
export function PlanRun({ org, mayRecord, names, file, connection }: Props) {
  const router = useRouter()
  const judge = useHandInPlan(org)
  const record = useHandInPlan(org)
  const isBusy = judge.isPending || record.isPending
  const problem = record.error ?? judge.error
  const report = record.data ?? judge.data

  function keep(): void {
    record.mutate(
      { file, connection, dryRun: false },
      {
        onSuccess: () => {
          showToast({ title: `${file.name} kept as a run of ${connection}`, tone: 'good' })
          router.refresh()
        },
      },
    )
  }

  return (
    <>
      <Card
        title="2. Have it judged"
        note="Judging keeps nothing. A plan that is kept becomes a run of the connection, with its findings."
      >
        <div className="grid gap-4">
          {problem ? <Refusal title={problem.title} detail={problem.detail} requestId={problem.requestId} /> : null}
          {isBusy ? <Progress label={judge.isPending ? 'Judging…' : 'Judging and keeping…'} value={null} /> : null}
          <div className="flex flex-wrap gap-2">
            {record.data ? null : (
              <Button
                variant={report ? 'secondary' : 'primary'}
                disabled={isBusy}
                onClick={() => judge.mutate({ file, connection, dryRun: true })}
              >
                {report ? 'Judge again' : 'Judge only'}
              </Button>
            )}
            {mayRecord && !record.data ? (
              <Button variant={report ? 'primary' : 'secondary'} disabled={isBusy} onClick={keep}>
                Judge and record
              </Button>
            ) : null}
            {report?.recorded ? <Kept org={org} kept={report.recorded} /> : null}
          </div>
        </div>
      </Card>
      {report ? <PlanAnswer org={org} report={report} names={names} /> : null}
    </>
  )
}

const Kept = ({ org, kept }: { org: string; kept: NonNullable<PlanReport['recorded']> }) => (
  <>
    <LinkButton variant="primary" href={paths.run(org, kept.run)}>
      See the run
    </LinkButton>
    <LinkButton href={paths.findings(org, { connection: kept.connectionId })}>See its findings</LinkButton>
  </>
)
