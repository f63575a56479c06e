import { auditLog } from '@/lib/db/repositories/audit-log'
import { sessions } from '@/lib/db/repositories/sessions'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import { endRiskyToken } from './end-risky-token'

/** Ends the session or token that lost all trust, and says so in the log of each organization it concerns, once. */
export async function endRiskySession(actor: Actor, organizationIds: readonly string[], now: Date): Promise<void> {
  const { sessionId, risk } = actor.context
  if (sessionId === null) return
  if (actor.kind === 'machine') return endRiskyToken(actor, sessionId, organizationIds, now)
  await forOrganizations(organizationIds, async (tx) => {
    if (!(await sessions(tx).revoke(sessionId, now, 'risk'))) return
    for (const id of [...organizationIds].sort()) {
      await auditLog(tx, id).append(actor, {
        action: 'session.revoked-for-risk',
        subject: sessionId,
        detail: { risk },
      })
    }
  })
}
