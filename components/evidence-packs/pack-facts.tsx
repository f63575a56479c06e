import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { LocalTime } from '@/components/ui/local-time'
import type { EvidencePack } from '@/lib/model/evidence-pack'
import { bytesText } from '@/lib/presentation/bytes'
import { packPeriod } from '@/lib/presentation/evidence-pack'
import { countText, NOT_KNOWN } from '@/lib/presentation/number'

type Props = { pack: EvidencePack; framework: string; deployments: readonly string[] }

/** What the pack is about, what it came to, and the two digests by which it can be told from every other. */
export const PackFacts = ({ pack, framework, deployments }: Props) => (
  <Card title="What it is">
    <Facts
      items={[
        { term: 'Framework', value: framework },
        { term: 'Period', value: packPeriod(pack) },
        { term: 'Scope', value: deployments.length === 0 ? 'The whole organization' : deployments.join(', ') },
        { term: 'Told as of', value: <LocalTime instant={pack.asOf} /> },
        { term: 'Asked for by', value: pack.requestedBy },
        { term: 'Samples', value: `${pack.sampling.size} rows of each, seed "${pack.sampling.seed}"` },
        { term: 'Files', value: countText(pack.files) },
        { term: 'Gaps', value: countText(pack.gaps) },
        { term: 'Size', value: pack.bytes === null ? NOT_KNOWN : bytesText(pack.bytes) },
        {
          term: 'Taken from an earlier pack',
          value: pack.reusedBytes === null ? NOT_KNOWN : bytesText(pack.reusedBytes),
        },
        { term: 'SHA-256 of the ZIP', value: <Digest text={pack.sha256} /> },
        { term: 'SHA-256 of manifest.json', value: <Digest text={pack.manifest} /> },
        { term: 'Fingerprint of the signing key', value: <Digest text={pack.kid} /> },
        {
          term: 'Time stamp',
          value: pack.timestampedAt === null ? 'None' : <LocalTime instant={pack.timestampedAt} />,
        },
      ]}
    />
  </Card>
)

const Digest = ({ text }: { text: string | null }) =>
  text === null ? NOT_KNOWN : <code className="text-xs [overflow-wrap:anywhere]">{text}</code>
