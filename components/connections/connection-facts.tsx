import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { LocalTime } from '@/components/ui/local-time'
import type { ConnectionView } from '@/lib/model/connection-view'
import { kindName, scopeText, sourceText } from '@/lib/presentation/connection'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { scheduleText } from '@/lib/presentation/schedule'

type Props = { connection: ConnectionView; deployment: string | null }

/** What a connection is and when it is read. */
export function ConnectionFacts({ connection, deployment }: Props) {
  const { settings, nextRuns, schedule, jitterMinutes, pausedAt } = connection
  const scope = scopeText(settings)
  const externalId = settings.kind === 'aws' ? settings.externalId : null
  return (
    <Card title="Source and schedule">
      <Facts
        items={[
          { term: 'Kind', value: kindName(settings.kind) },
          { term: 'Source', value: sourceText(settings) },
          ...(scope ? [{ term: 'Reads', value: scope }] : []),
          ...(externalId ? [{ term: 'External id', value: <code className="select-all">{externalId}</code> }] : []),
          { term: 'Feeds', value: deployment ?? 'The whole organization' },
          { term: 'Read', value: pausedAt === null ? scheduleText(schedule) : 'Paused' },
          ...(jitterMinutes > 0 && schedule !== null
            ? [{ term: 'Spread by', value: `up to ${jitterMinutes} minutes` }]
            : []),
          { term: 'Next', value: nextRuns.length === 0 ? NOT_KNOWN : <Times instants={nextRuns} /> },
          { term: 'Added by', value: connection.createdBy },
        ]}
      />
    </Card>
  )
}

const Times = ({ instants }: { instants: readonly string[] }) => (
  <span className="grid justify-items-end">
    {instants.map((instant) => (
      <LocalTime key={instant} instant={instant} />
    ))}
  </span>
)
