import { newId } from '@/lib/kernel/id'
import type { Day } from '@/lib/model/instant'
import type { LegalHold, LegalHoldInput } from '@/lib/model/legal-hold'
import { RecordKind } from '@/lib/model/record-kind'
import type { LegalHold as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { fromDay, fromDayOrNull, toDayOrNull, toInstantOrNull } from './calendar'

const toHold = (row: Row): LegalHold => ({
  id: row.id,
  name: row.name,
  reason: row.reason,
  kinds: row.kinds.map((kind) => RecordKind.parse(kind)),
  from: toDayOrNull(row.fromDay),
  to: toDayOrNull(row.toDay),
  placedBy: row.placedBy,
  placedAt: row.placedAt.toISOString(),
  releasedBy: row.releasedBy,
  releasedAt: toInstantOrNull(row.releasedAt),
  releaseReason: row.releaseReason,
})

export const legalHoldRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  return {
    /** Those that stand first, each newest first. */
    async list(): Promise<LegalHold[]> {
      const rows = await tx.legalHold.findMany({
        where: { organizationId },
        orderBy: [{ releasedAt: { sort: 'desc', nulls: 'first' } }, { placedAt: 'desc' }, { id: 'asc' }],
      })
      return rows.map(toHold)
    },
    async get(id: string): Promise<LegalHold> {
      return toHold(found(await tx.legalHold.findUnique({ where: at(id) })))
    },
    async place({ from, to, ...facts }: LegalHoldInput, by: { name: string; at: Date }): Promise<LegalHold> {
      const days = { fromDay: fromDayOrNull(from), toDay: fromDayOrNull(to) }
      const data = { organizationId, id: newId(), ...facts, ...days, placedBy: by.name, placedAt: by.at }
      return toHold(await tx.legalHold.create({ data }))
    },
    async release(id: string, reason: string, by: { name: string; at: Date }): Promise<LegalHold> {
      const data = { releasedBy: by.name, releasedAt: by.at, releaseReason: reason }
      return toHold(await tx.legalHold.update({ where: at(id), data }))
    },
    /**
     * A standing hold over records of one of these kinds between these days, both included; null when nothing holds them.
     * `kinds` empty: what no rule removes, which only a hold of every kind covers.
     */
    async over(kinds: readonly RecordKind[], { from, to }: { from: Day; to: Day }): Promise<LegalHold | null> {
      const standing = await tx.legalHold.findMany({
        where: {
          organizationId,
          releasedAt: null,
          AND: [
            { OR: [{ kinds: { isEmpty: true } }, { kinds: { hasSome: [...kinds] } }] },
            { OR: [{ fromDay: null }, { fromDay: { lte: fromDay(to) } }] },
            { OR: [{ toDay: null }, { toDay: { gte: fromDay(from) } }] },
          ],
        },
        orderBy: [{ placedAt: 'asc' }, { id: 'asc' }],
        take: 1,
      })
      return standing[0] ? toHold(standing[0]) : null
    },
  }
}
