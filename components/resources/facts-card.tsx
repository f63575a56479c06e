import { Card } from '@/components/ui/card'
import { LocalTime } from '@/components/ui/local-time'
import type { ResourceView } from '@/lib/model/resource-view'
import { shortDigest } from '@/lib/presentation/digest'

/** What the newest snapshot of a connection says of the resource: normalised facts, without secrets. */
export const FactsCard = ({ read }: { read: ResourceView['facts'][number] }) => (
  <Card
    title={`Facts from ${read.connectionName}`}
    note={
      <span title={read.sha256}>
        Read <LocalTime instant={read.readAt} /> · snapshot sha256 {shortDigest(read.sha256)}
      </span>
    }
  >
    <section
      aria-label="Facts"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[40rem] overflow-auto rounded-md bg-band px-3 py-2"
    >
      <pre className="font-mono text-xs leading-5">{JSON.stringify(read.facts, null, 2)}</pre>
    </section>
  </Card>
)
