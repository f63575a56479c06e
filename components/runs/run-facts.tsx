import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { LocalTime } from '@/components/ui/local-time'
import { TextLink } from '@/components/ui/text-link'
import type { Run } from '@/lib/model/run'
import { dayText } from '@/lib/presentation/date'
import { shortDigest } from '@/lib/presentation/digest'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'
import { runSeconds, secondsText, startedText, verdictsLine } from '@/lib/presentation/run'
import { paths } from '@/lib/queries/paths'

/** What a run came to: counts, times, and the digest by which its snapshot can be told from every other. */
export function RunFacts({ org, run }: { org: string; run: Run }) {
  const seconds = runSeconds(run)
  const { totals } = run
  return (
    <Card title="What it came to">
      <Facts
        items={[
          {
            term: 'Connection',
            value: <TextLink href={paths.connection(org, run.connectionId)}>{run.connectionName}</TextLink>,
          },
          { term: 'Asked for', value: <Instant instant={run.createdAt} note={startedText(run)} /> },
          { term: 'Took', value: seconds === null ? NOT_KNOWN : secondsText(seconds) },
          { term: 'Resources', value: countText(totals?.resources ?? null) },
          { term: 'Requests to the source', value: countText(totals?.calls ?? run.progress.calls) },
          { term: 'Checks', value: totals ? verdictsLine(totals) : NOT_KNOWN },
          { term: 'Findings', value: totals ? findingsText(totals.findings) : NOT_KNOWN },
          {
            term: 'Snapshot',
            value: run.snapshot ? (
              <>
                <code title={`sha256:${run.snapshot}`}>sha256 {shortDigest(run.snapshot)}</code>
                {run.snapshotRemovedAt ? (
                  <span className="block text-ink-3 text-xs">
                    files removed under a retention rule on {dayText(run.snapshotRemovedAt.slice(0, 10))}
                  </span>
                ) : null}
              </>
            ) : (
              NOT_KNOWN
            ),
          },
          { term: 'Judged by', value: run.formula ?? NOT_KNOWN },
        ]}
      />
    </Card>
  )
}

const findingsText = ({ opened, persisting, resolved, reopened }: NonNullable<Run['totals']>['findings']): string =>
  `${countText(opened + reopened)} opened, ${countText(persisting)} still open, ${countText(resolved)} resolved`

const Instant = ({ instant, note }: { instant: string; note: string }) => (
  <>
    <LocalTime instant={instant} />
    <span className="block text-ink-3 text-xs">{note}</span>
  </>
)
