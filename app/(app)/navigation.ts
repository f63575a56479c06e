import type { NavGroup } from '@/components/shell/navigation'
import { paths } from '@/lib/queries/paths'

/** The side navigation: the portfolio, and the pages of the organization being looked at. */
export const navigation = (org: string | null): NavGroup[] => [
  {
    label: null,
    items: [
      { label: 'Portfolio', href: paths.portfolio() },
      ...(org ? [{ label: 'Overview', href: paths.overview(org), match: 'exact' as const }] : []),
    ],
  },
  ...(org ? organizationGroups(org) : []),
]

const organizationGroups = (org: string): NavGroup[] => [
  {
    label: 'Maturity',
    items: [
      { label: 'Layers', href: paths.maturity(org) },
      { label: 'Assessments', href: paths.assessments(org) },
    ],
  },
  {
    label: 'Outcomes',
    items: [
      { label: 'Before and after', href: paths.outcomes(org) },
      { label: 'Incidents', href: paths.incidents(org) },
      { label: 'Audits', href: paths.audits(org) },
    ],
  },
  {
    label: 'Scope',
    items: [
      { label: 'Deployments', href: paths.deployments(org) },
      { label: 'Imports', href: paths.imports(org) },
    ],
  },
]
