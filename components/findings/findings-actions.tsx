import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; mayImport: boolean; children: ReactNode }

/** Ways for findings to come in, before the way out that the page knows. */
export const FindingsActions = ({ org, mayImport, children }: Props) => (
  <>
    {mayImport ? <LinkButton href={paths.importFindings(org)}>Import…</LinkButton> : null}
    <LinkButton href={paths.newPlan(org)}>Hand in a plan</LinkButton>
    {children}
  </>
)
