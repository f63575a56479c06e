import type { NavGroup } from '@/components/shell/navigation'
import { can } from '@/lib/access/can'
import type { OrganizationPermission } from '@/lib/access/permissions'
import type { Role } from '@/lib/model/actor'
import { paths } from '@/lib/queries/paths'

/**
 * The side navigation: the portfolio, and the pages of the organization being looked at that its member may open.
 * `waiting` is how many requests for a higher role wait for this administrator, `open` how many findings are open; null is
 * not shown.
 */
export const navigation = (
  org: string | null,
  role: Role | null,
  { waiting, open }: { waiting: number; open: string | null },
): NavGroup[] => [
  {
    label: null,
    items: [
      { label: 'Portfolio', href: paths.portfolio() },
      ...(org ? [{ label: 'Overview', href: paths.overview(org), match: 'exact' as const }] : []),
    ],
  },
  ...(org ? organizationGroups(org, role, open) : []),
  ...(org && role ? accessGroup(org, role, waiting) : []),
]

/** What an auditor who was let in for a scope may open, and nothing else. */
export const deskNavigation = (org: string, role: Role): NavGroup[] => evidenceGroup(org, role, true)

/** Pages of the evidence group; those that belong to the desk are open to an auditor who was let in for a scope. */
function evidenceGroup(org: string, role: Role, isScoped: boolean): NavGroup[] {
  const pages: (NavGroup['items'][number] & { needs: OrganizationPermission; isOfDesk?: boolean })[] = [
    { label: 'Audit desk', href: paths.auditDesk(org), needs: 'requirement:read', isOfDesk: true },
    { label: 'Requests', href: paths.auditRequests(org), needs: 'audit-request:read', isOfDesk: true },
    { label: 'Packs', href: paths.evidencePacks(org), needs: 'evidence-pack:read', isOfDesk: true },
    { label: 'Reports', href: paths.reports(org), needs: 'report:export' },
    { label: 'Frameworks', href: paths.frameworks(org), needs: 'requirement:read' },
    { label: 'Retention', href: paths.retention(org), needs: 'retention:read' },
  ]
  const open = pages.filter(({ needs, isOfDesk = false }) => can(role, needs) && (isOfDesk || !isScoped))
  const items = open.map(({ needs: _, isOfDesk: __, ...item }) => item)
  return items.length > 0 ? [{ label: 'Evidence', items }] : []
}

const organizationGroups = (org: string, role: Role | null, open: string | null): NavGroup[] => [
  {
    label: 'Maturity',
    items: [
      { label: 'Layers', href: paths.maturity(org) },
      { label: 'Assessments', href: paths.assessments(org) },
      { label: 'Measured', href: paths.posture(org) },
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
    label: 'Posture',
    items: [
      { label: 'Connections', href: paths.connections(org) },
      { label: 'Runs', href: paths.runs(org) },
      { label: 'Findings', href: paths.findings(org), count: open },
      { label: 'Checks', href: paths.checks(org) },
    ],
  },
  ...(role ? evidenceGroup(org, role, false) : []),
  {
    label: 'Scope',
    items: [
      { label: 'Deployments', href: paths.deployments(org) },
      { label: 'Imports', href: paths.imports(org) },
    ],
  },
]

/** Whoever may open none of these pages does not see the group. */
function accessGroup(org: string, role: Role, waiting: number): NavGroup[] {
  const pages: (NavGroup['items'][number] & { needs: OrganizationPermission })[] = [
    { label: 'Members', href: paths.members(org), needs: 'member:read' },
    {
      label: 'Higher roles',
      href: paths.elevations(org),
      needs: 'elevation:request',
      count: waiting > 0 ? waiting : null,
    },
    { label: 'Access review', href: paths.accessReview(org), needs: 'member:read' },
    { label: 'Access rules', href: paths.accessRules(org), needs: 'member:read' },
    { label: 'Machines', href: paths.machines(org), needs: 'trust-rule:read' },
    { label: 'Decisions', href: paths.decisions(org), needs: 'decision:read' },
    { label: 'Audit log', href: paths.auditLog(org), needs: 'audit-log:read' },
  ]
  const items = pages.filter(({ needs }) => can(role, needs)).map(({ needs: _, ...item }) => item)
  return items.length > 0 ? [{ label: 'Access', items }] : []
}
