import type { ScopeQuery } from '@/lib/model/audit-desk'
import type { AuditScope } from '@/lib/model/audit-scope'

/** The scope an address carries; each deployment once, in one order, so that the same scope is the same in the log. */
export const auditScopeOf = ({ framework, from, to, deployments }: ScopeQuery): AuditScope => ({
  framework,
  period: { from, to },
  deploymentIds: [...new Set(deployments?.toLowerCase().split(','))].sort(),
})
