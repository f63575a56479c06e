import type { Metadata } from 'next'
import { ExportMenu } from '@/components/export/export-menu'
import { CancelRun } from '@/components/runs/cancel-run'
import { LogCard } from '@/components/runs/log-card'
import { RunFacts } from '@/components/runs/run-facts'
import { RunLive } from '@/components/runs/run-live'
import { UnitsCard } from '@/components/runs/units-card'
import { StatementsCard } from '@/components/statements/statements-card'
import { Callout } from '@/components/ui/callout'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'
import { instantText } from '@/lib/presentation/date'
import { isGoing, runTitle, startedText } from '@/lib/presentation/run'
import { paths } from '@/lib/queries/paths'
import { loadRun } from './load-run'

export const metadata: Metadata = { title: 'Run' }

type Props = {
  params: Promise<{ org: string; run: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RunPage({ params, searchParams }: Props) {
  const { org, run: id } = await params
  const { actor, membership } = await requireMember(org)
  const { run, units, log, statements, query } = await loadRun(actor, org, id, await searchParams)
  const going = isGoing(run.state)
  return (
    <>
      <PageHeading
        title={runTitle(run)}
        sub={`${instantText(run.startedAt ?? run.createdAt)}, ${startedText(run)}.`}
        actions={
          <>
            <ExportMenu org={org} tables={[{ table: 'run-units', filter: { run: run.id, gaps: query.gaps } }]} />
            {going && can(membership.role, 'run:start') ? <CancelRun org={org} id={run.id} /> : null}
          </>
        }
      />
      <div className="grid gap-4">
        {run.error ? (
          <Callout tone="bad" title="The run did not come to its end">
            {run.error}
          </Callout>
        ) : null}
        {run.state === 'cancelled' ? (
          <Callout title={`Cancelled${run.cancelledBy ? ` by ${run.cancelledBy}` : ''}`}>
            What it read was not judged; findings stay as the run before left them.
          </Callout>
        ) : null}
        {going ? <RunLive key={run.id} org={org} run={run} /> : null}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <UnitsCard
            run={run}
            units={units}
            onlyGaps={query.gaps === '1'}
            isFirst={query.units === undefined}
            href={(more) => paths.run(org, run.id, more)}
          />
          <div className="grid gap-4">
            <RunFacts org={org} run={run} />
            <StatementsCard org={org} statements={statements} />
          </div>
        </div>
        {going ? null : (
          <LogCard
            log={log}
            firstHref={query.log ? paths.run(org, run.id, { gaps: query.gaps }) : null}
            nextHref={(cursor) => paths.run(org, run.id, { gaps: query.gaps, log: cursor })}
          />
        )}
      </div>
    </>
  )
}
