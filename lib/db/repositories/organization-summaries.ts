import type { OrganizationSummary } from '@/lib/model/organization-summary'
import type { Tx } from '../scope'

/** The organizations by name, each with how many deployments it has. The transaction has to name them all. */
export const organizationSummaries = (tx: Tx, ids: readonly string[]): Promise<OrganizationSummary[]> =>
  tx.$queryRaw<OrganizationSummary[]>`
    SELECT d.slug, o.name, o.sector::text, o.headcount, o.synthetic, (
      SELECT count(*)::int FROM deployments p WHERE p.organization_id = o.id) AS deployments
    FROM organizations o JOIN organization_directory d ON d.organization_id = o.id
    WHERE o.id = ANY (${[...ids]}::uuid[]) ORDER BY o.name, d.slug`
