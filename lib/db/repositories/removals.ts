import { newId } from '@/lib/kernel/id'
import { Removal, type RemovalReport, type RemovalState, type Removed } from '@/lib/model/removal'
import type { Removal as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { toInstantOrNull } from './calendar'

const toRemoval = ({ plannedAt, endedAt, ...row }: Row): Removal =>
  Removal.parse({ ...row, plannedAt: plannedAt.toISOString(), endedAt: toInstantOrNull(endedAt) })

/** As many as are shown of the past. */
const SHOWN = 50

/** Reports of what is to be removed, and what became of each. */
export const removalRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  return {
    /** Newest first. */
    async list(): Promise<Removal[]> {
      const orderBy = [{ plannedAt: 'desc' as const }, { id: 'asc' as const }]
      return (await tx.removal.findMany({ where: { organizationId }, orderBy, take: SHOWN })).map(toRemoval)
    },
    /** Holds the row until the transaction ends. */
    async lock(id: string): Promise<Removal> {
      await tx.$queryRaw`
        SELECT id FROM removals WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return toRemoval(found(await tx.removal.findUnique({ where: at(id) })))
    },
    async plan(report: RemovalReport, digest: string, by: { name: string; at: Date }): Promise<Removal> {
      const made = { plannedBy: by.name, plannedAt: by.at }
      const data = { organizationId, id: newId(), state: 'planned', report, digest, ...made }
      return toRemoval(await tx.removal.create({ data }))
    },
    /** A newer report takes the place of those nobody agreed to. */
    async dropPlanned(by: { name: string; at: Date }): Promise<void> {
      const data = { state: 'dropped', endedBy: by.name, endedAt: by.at }
      await tx.removal.updateMany({ where: { organizationId, state: 'planned' }, data })
    },
    /** One that was begun and has not come to its end; null without one. */
    async going(): Promise<string | null> {
      const row = await tx.removal.findFirst({ where: { organizationId, state: 'removing' }, select: { id: true } })
      return row?.id ?? null
    },
    async progress(id: string, removed: Removed): Promise<Removal> {
      return toRemoval(await tx.removal.update({ where: at(id), data: { state: 'removing', removed } }))
    },
    async end(
      id: string,
      state: RemovalState & ('done' | 'stopped'),
      by: { name: string; at: Date },
    ): Promise<Removal> {
      const data = { state, endedBy: by.name, endedAt: by.at }
      return toRemoval(await tx.removal.update({ where: at(id), data }))
    },
  }
}
