import { LinkButton } from '@/components/ui/link-button'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import { paths } from '@/lib/queries/paths'
import { FindingsExport } from './findings-export'

type Props = { org: string; filter: FindingFilter; sort: FindingSort; mayImport: boolean; hasAny: boolean }

/** Ways for findings to come in and go out. */
export const FindingsActions = ({ org, filter, sort, mayImport, hasAny }: Props) => (
  <>
    {mayImport ? <LinkButton href={paths.importFindings(org)}>Import…</LinkButton> : null}
    <LinkButton href={paths.newPlan(org)}>Hand in a plan</LinkButton>
    {hasAny ? <FindingsExport org={org} filter={filter} sort={sort} /> : null}
  </>
)
