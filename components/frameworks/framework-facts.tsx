import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { CustomFrameworkFacts } from '@/lib/model/custom-framework'
import { instantText } from '@/lib/presentation/date'

/** Where a framework of the organization's own comes from. */
export const FrameworkFacts = ({ own }: { own: CustomFrameworkFacts }) => (
  <Card title="Where it comes from" note="The file is kept byte for byte and can be downloaded again.">
    <Facts
      items={[
        { term: 'File', value: own.fileName },
        { term: 'Document', value: `OSCAL ${own.source} ${own.documentId}` },
        { term: 'SHA-256', value: own.sha256 },
        { term: 'Imported', value: `${own.importedBy}, ${instantText(own.importedAt)}` },
        { term: 'Last changed', value: `${own.updatedBy}, ${instantText(own.updatedAt)}` },
      ]}
    />
  </Card>
)
