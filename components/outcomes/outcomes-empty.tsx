import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

/** No incident and no audit: nothing to draw, which says nothing about how safe anything is. */
export const OutcomesEmpty = ({ org, editable }: { org: string; editable: boolean }) => (
  <EmptyState
    title="No incidents and no audits yet"
    actions={
      editable ? (
        <>
          <LinkButton variant="primary" href={paths.importIncidents(org)}>
            Import incidents
          </LinkButton>
          <LinkButton href={paths.importAudits(org)}>Import audits</LinkButton>
        </>
      ) : null
    }
  >
    Import records from before and after the rollout to see what changed. An empty register is not a good result:
    nothing is known yet.
  </EmptyState>
)
