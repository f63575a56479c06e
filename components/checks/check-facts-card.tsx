import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Tag } from '@/components/ui/tag'
import { capability } from '@/lib/framework/capabilities'
import type { CheckView } from '@/lib/model/check-view'
import { stageLabel } from '@/lib/presentation/stage'
import { neededText } from '@/lib/presentation/verdict'

const PROOF: Record<CheckView['provenBy'], string> = {
  server: 'every branch against a real server',
  'server-in-part': 'some branches against a real server, the others by recorded facts',
  fixtures: 'by recorded facts alone: no server that can be run in a test answers this',
}

/** Which stages it feeds, what it has to be allowed to read, and how it is tested. */
export const CheckFactsCard = ({ check }: { check: CheckView }) => (
  <Card title="What it rests on">
    <Facts
      items={[
        ...check.feeds.map((one) => ({
          term: `${capability(one.capability).name} · ${stageLabel(one.stage)}`,
          value: `needs ${neededText(one.atLeast)}`,
        })),
        ...(check.weak.length > 0 ? [{ term: 'Bears on loosely, feeds no stage', value: check.weak.join(', ') }] : []),
        { term: 'Reads', value: <Codes all={check.operations} /> },
        { term: 'Needs to be granted', value: <Codes all={check.permissions} /> },
        {
          term: 'Nearest elsewhere',
          value: check.peers.map(({ product, id }) => `${product}: ${id}`).join(', ') || 'none known',
        },
        { term: 'Tested', value: PROOF[check.provenBy] },
      ]}
    />
  </Card>
)

const Codes = ({ all }: { all: readonly string[] }) => (
  <span className="flex flex-wrap justify-end gap-1">
    {all.map((one) => (
      <Tag key={one} className="whitespace-normal">
        {one}
      </Tag>
    ))}
  </span>
)
