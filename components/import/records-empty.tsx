import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

type Props = {
  noun: string
  /** Null when this person may not import. */
  importHref: string | null
  /** Set when a filter, not the register, leaves nothing. */
  clearHref: string | null
}

/** Either a filter leaves nothing, or nothing was imported: two different things to know. */
export const RecordsEmpty = ({ noun, importHref, clearHref }: Props) =>
  clearHref ? (
    <EmptyState title={`No ${noun} match`} actions={<LinkButton href={clearHref}>Clear the filters</LinkButton>}>
      The register holds {noun}, but none that match the filters above.
    </EmptyState>
  ) : (
    <EmptyState
      title={`No ${noun} yet`}
      actions={
        importHref ? (
          <LinkButton variant="primary" href={importHref}>
            Import {noun}
          </LinkButton>
        ) : null
      }
    >
      {importHref
        ? 'Import a CSV. You see how it is read, and what is rejected and why, before anything is written.'
        : 'An assessor or an administrator of this organization can import them.'}
    </EmptyState>
  )
