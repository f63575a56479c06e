import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { LocalTime } from '@/components/ui/local-time'
import { TextLink } from '@/components/ui/text-link'
import type { FindingDetail } from '@/lib/model/finding'
import { shortDigest } from '@/lib/presentation/digest'
import { paths } from '@/lib/queries/paths'
import { Json } from './json'

type Props = { org: string; finding: FindingDetail }

/** What was found, the facts that show it, and where these come from. */
export const EvidenceCard = ({ org, finding }: Props) => (
  <Card title="What was found">
    <p className="text-md">{finding.message}</p>
    {Object.keys(finding.detail).length > 0 ? <Json value={finding.detail} label="Facts" /> : null}
    <Facts
      className="mt-3"
      items={[
        {
          term: 'Resource',
          value: <TextLink href={paths.resource(org, finding.resource.id)}>{finding.resource.name}</TextLink>,
        },
        { term: 'Type', value: finding.resource.type },
        { term: 'Account', value: finding.resource.account },
        { term: 'Region', value: finding.resource.region ?? 'none' },
        {
          term: 'Connection',
          value: <TextLink href={paths.connection(org, finding.connectionId)}>{finding.connectionName}</TextLink>,
        },
        { term: 'First seen', value: <LocalTime instant={finding.openedAt} /> },
        { term: 'Last seen', value: <LocalTime instant={finding.lastSeenAt} /> },
        ...(finding.resolvedAt ? [{ term: 'Resolved', value: <LocalTime instant={finding.resolvedAt} /> }] : []),
        { term: 'Seen in', value: finding.runsSeen === 1 ? 'one run' : `${finding.runsSeen} runs` },
        ...(finding.lastRun ? [{ term: 'Read by', value: <LastRun org={org} run={finding.lastRun} /> }] : []),
        ...(finding.reopened > 0 ? [{ term: 'Came back', value: `${finding.reopened} times` }] : []),
      ]}
    />
  </Card>
)

/** The run that saw it last, and what its snapshot is called. */
const LastRun = ({ org, run }: { org: string; run: NonNullable<FindingDetail['lastRun']> }) => (
  <>
    <TextLink href={paths.run(org, run.id)}>run</TextLink>
    {run.snapshot ? <span title={run.snapshot}> · sha256 {shortDigest(run.snapshot)}</span> : null}
  </>
)
