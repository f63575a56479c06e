import { type AuditEvent, auditLog } from '@/lib/db/repositories/audit-log'
import { forOrganizations, type Tx } from '@/lib/db/scope'
import type { Actor } from '@/lib/model/actor'
import type { Admitted } from '@/lib/model/admission'

/**
 * Does something that several organizations have to know of, and says so in the log of each, in one transaction. The
 * places are ordered by id, as everybody holds their chains.
 */
export const appendEverywhere = <T>(
  actor: Actor,
  places: readonly Admitted[],
  work: (tx: Tx) => Promise<{ result: T; event: AuditEvent }>,
): Promise<T> =>
  forOrganizations(
    places.map(({ organizationId }) => organizationId),
    async (tx) => {
      const { result, event } = await work(tx)
      for (const { organizationId, decision } of places) {
        await auditLog(tx, organizationId).append(actor, { ...event, decision })
      }
      return result
    },
  )
