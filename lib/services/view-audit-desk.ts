import { forOrganization } from '@/lib/db/store'
import { OPERATION_FORMULA } from '@/lib/evidence/operation/formula'
import type { Actor } from '@/lib/model/actor'
import type { AuditDesk } from '@/lib/model/audit-desk'
import type { AuditScope } from '@/lib/model/audit-scope'
import { authorize } from './authorize'
import { logDeskView } from './log-desk-view'
import { operationOver } from './operation-over'
import { scopeAdmitted } from './scope-admitted'

type Input = { org: string; scope: AuditScope; now?: Date }

/**
 * Every requirement of a framework with how it was operated over a period, told as of now. The view is in the audit log.
 * Throws not-found for a framework or deployment that is not there, and forbidden for an auditor whose grants do not hold
 * the scope.
 */
export async function viewAuditDesk(actor: Actor, { org, scope, now = new Date() }: Input): Promise<AuditDesk> {
  const admitted = await authorize(actor, org, 'requirement:read')
  return forOrganization(admitted, async (store) => {
    const engagementId = await scopeAdmitted(store, { actor, membership: admitted }, scope, now)
    const asOf = now.toISOString()
    const over = await operationOver(store, scope, asOf)
    await logDeskView(store, actor, { scope, engagementId }, now)
    return { scope, asOf, formula: OPERATION_FORMULA, ...over }
  })
}
