import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { Provenance } from '@/lib/model/finding'
import { shortDigest } from '@/lib/presentation/digest'
import { Json } from './json'

/** Where a finding of another scanner came from, with the record as it came. */
export const ProvenanceCard = ({ provenance }: { provenance: Provenance }) => (
  <Card title="Where it came from" note="Reported by another scanner; it feeds no stage.">
    <Facts
      items={[
        { term: 'Product', value: [provenance.product, provenance.version].filter(Boolean).join(' ') },
        { term: 'File', value: provenance.fileName },
        { term: 'Format', value: provenance.format },
        { term: 'SHA-256', value: <span title={provenance.sha256}>{shortDigest(provenance.sha256)}</span> },
      ]}
    />
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer text-ink-2">The record as it came</summary>
      <Json value={provenance.record} label="Record" />
    </details>
  </Card>
)
