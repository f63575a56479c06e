import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Without a source every capability rests on what people said. */
export const ConnectionsEmpty = ({ addHref }: { addHref: string | null }) => (
  <EmptyState
    title="Nothing is connected yet"
    actions={
      addHref ? (
        <LinkButton variant="primary" href={addHref}>
          Connect a source
        </LinkButton>
      ) : null
    }
  >
    {addHref
      ? 'Connect an AWS account or a cluster with rights that can only read, or hand in a Terraform plan or a scanner’s file. What is read decides which stage the checks support.'
      : 'An assessor or an administrator of this organization can connect a source.'}
  </EmptyState>
)
