import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

type Props = {
  org: string
  /** Whether any rule was seen at all. */
  hasAny: boolean
  mayImport: boolean
}

/** Nothing to show: because the filter leaves nothing, or because no other scanner was heard. */
export const RulesEmpty = ({ org, hasAny, mayImport }: Props) =>
  hasAny ? (
    <EmptyState
      title="No rule matches"
      actions={<LinkButton href={paths.ruleMappings(org)}>Show all rules</LinkButton>}
    >
      There are rules that the filters above leave out.
    </EmptyState>
  ) : (
    <EmptyState
      title="No other scanner was heard yet"
      actions={
        mayImport ? (
          <LinkButton variant="primary" href={paths.importFindings(org)}>
            Import findings
          </LinkButton>
        ) : null
      }
    >
      Rules are listed here once findings of them were imported.
    </EmptyState>
  )
