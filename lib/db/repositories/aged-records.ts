import type { Day } from '@/lib/model/instant'
import type { RecordKind } from '@/lib/model/record-kind'
import type { PlannedKind } from '@/lib/model/removal'
import { Prisma } from '../generated/client'
import { found, type Tx } from '../scope'
import { fileBytes } from './aged-bytes'
import { AGED } from './aged-kinds'

const { sql } = Prisma

export type Aged = { kind: RecordKind; before: Day; today: Day }

type Totals = Pick<PlannedKind, 'records' | 'oldest' | 'newest' | 'fingerprint'>

/** What is past its time, and of that what nothing keeps. Holds are read as they stand in the transaction. */
export const agedRecords = (tx: Tx, organizationId: string) => {
  /** `aged` with whether an active hold covers it: one of its kind, or of every kind, over any of its days. */
  const judged = ({ kind, ...age }: Aged): Prisma.Sql => sql`
    aged AS (${AGED[kind]({ organizationId, ...age })}),
    holds AS (SELECT id, name, reason, from_day AS since, to_day AS until FROM legal_holds
      WHERE organization_id = ${organizationId}::uuid AND released_at IS NULL AND (kinds = '{}' OR ${kind} = ANY (kinds))),
    judged AS (SELECT aged.id, aged.day, aged.needed, EXISTS (SELECT 1 FROM holds WHERE ${COVERS}) AS held FROM aged)`
  return {
    /** What goes, and what of it nothing keeps. Bytes are null for what has no files. */
    async plan(aged: Aged): Promise<Omit<PlannedKind, 'kind' | 'keepDays' | 'before'>> {
      const [row] = await tx.$queryRaw<Totals[]>`
        WITH ${judged(aged)}
        SELECT count(*)::int AS records, min(day)::text AS oldest, max(day)::text AS newest,
          coalesce(bit_xor(hashtextextended(id::text, 0)), 0)::text AS fingerprint
        FROM judged WHERE ${FREE}`
      const held = await tx.$queryRaw<PlannedKind['held']>`
        WITH ${judged(aged)}
        SELECT holds.id::text, holds.name, holds.reason, count(*)::int AS records
        FROM aged JOIN holds ON ${COVERS} GROUP BY 1, 2, 3 ORDER BY holds.name, 1`
      const needed = await tx.$queryRaw<PlannedKind['needed']>`
        WITH ${judged(aged)}
        SELECT needed AS why, count(*)::int AS records FROM judged WHERE NOT held AND needed IS NOT NULL
        GROUP BY 1 ORDER BY 1`
      const chosen = sql`WITH ${judged(aged)}, chosen AS (SELECT id FROM judged WHERE ${FREE})`
      return { ...found(row), bytes: await fileBytes(tx, organizationId, aged.kind, chosen), held, needed }
    },
    /** At most `limit` of those that nothing keeps, oldest first. */
    async free(aged: Aged, limit: number): Promise<string[]> {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        WITH ${judged(aged)} SELECT id::text FROM judged WHERE ${FREE} ORDER BY day, id LIMIT ${limit}::int`
      return rows.map(({ id }) => id)
    },
  }
}

const FREE = sql`NOT held AND needed IS NULL`
const COVERS = sql`(holds.since IS NULL OR aged.day >= holds.since) AND (holds.until IS NULL OR aged.from_day <= holds.until)`
