import { plainObject } from '@/lib/evidence/plain-json'
import type { Tx } from '../scope'

type View = { action: string; subject: string; detail: object; actorId: string; since: Date }

/** Who looked at what of the desk, as the audit log holds it. */
export const deskViewReader = (tx: Tx, organizationId: string) => ({
  /** Whether the same view of the same person is in the log since then. */
  async isLogged({ action, subject, detail, actorId, since }: View): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM (
        SELECT at, actor_id, detail FROM audit_entries
        WHERE organization_id = ${organizationId}::uuid AND action = ${action} AND subject = ${subject}
        ORDER BY seq DESC NULLS LAST LIMIT 200) AS latest
      WHERE at >= ${since} AND actor_id = ${actorId}::uuid
        AND detail = ${JSON.stringify(plainObject(detail))}::jsonb LIMIT 1`
    return rows.length > 0
  },
})
