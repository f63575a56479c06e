import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

type Props = {
  org: string
  /** Whether the organization has any finding at all. */
  hasAny: boolean
  canConnect: boolean
}

/** Nothing to show: because the filter leaves nothing, or because nothing was found, or was ever looked for. */
export const FindingsEmpty = ({ org, hasAny, canConnect }: Props) =>
  hasAny ? (
    <EmptyState
      title="The filter leaves no finding"
      actions={<LinkButton href={paths.findings(org)}>Show what is open</LinkButton>}
    >
      There are findings that it does not name.
    </EmptyState>
  ) : (
    <EmptyState
      title="No finding yet"
      actions={
        canConnect ? (
          <LinkButton variant="primary" href={paths.newConnection(org)}>
            Add a connection
          </LinkButton>
        ) : null
      }
    >
      Findings come from runs of connections and from files of other scanners. Until one was evaluated, an empty list
      says nothing.
    </EmptyState>
  )
