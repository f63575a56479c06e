import { forOrganizations } from '@/lib/db/scope'
import type { Cast } from './organizations'

/** What the audit log says was done to a subject, oldest first. */
export const auditOf = ({ organization: { id } }: Cast, subject: string): Promise<string[]> =>
  forOrganizations([id], async (tx) => {
    const where = { organizationId: id, subject }
    const rows = await tx.auditEntry.findMany({ where, orderBy: { id: 'asc' }, select: { action: true } })
    return rows.map(({ action }) => action)
  })
