import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { type Fact, Facts } from '@/components/ui/facts'
import { Tag } from '@/components/ui/tag'
import type { PackFault, PackVerification } from '@/lib/model/pack-verification'
import { instantText } from '@/lib/presentation/date'
import { packVerdictLine, packVerdictTitle } from '@/lib/presentation/pack-verification'
import { PackChecks } from './pack-checks'

const TONES = { verified: 'good', 'signer-unconfirmed': 'warn', refused: 'bad' } as const

type Props = { name: string; found: PackVerification; keysFrom: string }

/** Everything that was found out about a pack. */
export const PackResult = ({ name, found, keysFrom }: Props) => (
  <div className="grid gap-4" data-verdict={found.verdict}>
    <Callout tone={TONES[found.verdict]} title={packVerdictTitle(found)}>
      {packVerdictLine(found)}
    </Callout>
    {found.faults.length > 0 ? <PackFaults faults={found.faults} /> : null}
    <Card title="What was checked">
      <PackChecks checks={found.checks} />
    </Card>
    <Card
      title="The pack"
      note={found.verdict === 'refused' ? 'What it says of itself is not to be believed.' : undefined}
    >
      <Facts items={factsOf(name, found, keysFrom)} />
    </Card>
  </div>
)

const PackFaults = ({ faults }: { faults: readonly PackFault[] }) => (
  <Card title="What is wrong" note={faults.length >= 100 ? 'The first hundred.' : undefined}>
    <ul className="grid gap-3 text-sm">
      {faults.map(({ file, reason, sentence }) => (
        <li key={`${file} ${reason}`} className="grid gap-0.5">
          <span className="flex flex-wrap items-baseline gap-2">
            <Tag tone="bad">{reason}</Tag>
            <span className="min-w-0 font-mono text-xs [overflow-wrap:anywhere]">{file ?? 'the pack as a whole'}</span>
          </span>
          <span className="text-ink-2 [overflow-wrap:anywhere]">{sentence}</span>
        </li>
      ))}
    </ul>
  </Card>
)

function factsOf(name: string, { about, signer, files }: PackVerification, keysFrom: string): Fact[] {
  const synthetic = about?.synthetic ? [{ term: 'Data', value: 'Synthetic: it describes no real organization' }] : []
  return [
    { term: 'File', value: name },
    ...(about
      ? [
          { term: 'Organization', value: about.organization },
          { term: 'Framework', value: about.framework },
          { term: 'Period', value: `${about.period.from} to ${about.period.to}` },
          { term: 'As of', value: instantText(about.asOf) },
          { term: 'Prepared by', value: about.preparedBy },
        ]
      : []),
    ...synthetic,
    { term: 'Files unaltered', value: `${files.unaltered} of ${files.listed}` },
    ...(signer ? [{ term: 'Key fingerprint', value: <code className="text-xs">{signer.kid}</code> }] : []),
    { term: 'Keys from', value: keysFrom },
  ]
}
