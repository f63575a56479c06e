import { auditLog } from './repositories/audit-log'
import { deploymentRepository } from './repositories/deployments'
import { memberRepository } from './repositories/members'
import { organizationRepository } from './repositories/organizations'
import { forOrganizations, type Tx } from './scope'

const storeOf = (tx: Tx, organizationId: string) => ({
  organizationId,
  organization: organizationRepository(tx, organizationId),
  members: memberRepository(tx, organizationId),
  deployments: deploymentRepository(tx, organizationId),
  audit: auditLog(tx, organizationId),
})

/** One organization's records inside one transaction. */
export type Store = ReturnType<typeof storeOf>

/**
 * Runs `work` in one transaction that sees this organization alone. With `dryRun` everything is undone at the end and
 * the result still returned.
 */
export const forOrganization = <T>(
  organizationId: string,
  work: (store: Store) => Promise<T>,
  limits?: { timeoutMs?: number; dryRun?: boolean },
): Promise<T> => forOrganizations([organizationId], (tx) => work(storeOf(tx, organizationId)), limits)
