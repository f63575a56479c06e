import { addMonths, type Month } from '@/lib/kernel/month'
import type { Incident } from '@/lib/model/incident'
import type { IncidentFilter } from '@/lib/model/incident-filter'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Incident as IncidentRow, Prisma } from '../generated/client'
import type { Tx } from '../scope'
import { fromDay, toInstantOrNull } from './calendar'
import { type Place, recordPage } from './record-page'

/** The instants of an incident that its month is computed from, epoch milliseconds, and whose it is. */
export type PlacedIncident = {
  deploymentId: string | null
  occurredAt: number | null
  detectedAt: number | null
  resolvedAt: number | null
  countedAt: number
}

/** As many incidents as are held in memory at once while a month is recomputed. */
const PAGE = 5_000

/** No id follows it, so a page that starts here starts strictly before its instant. */
const LARGEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Narrowing = Omit<IncidentFilter, 'deployment'> & { deploymentId?: string }

const toIncident = ({ organizationId: _, ...row }: IncidentRow): Incident => ({
  ...row,
  occurredAt: toInstantOrNull(row.occurredAt),
  detectedAt: toInstantOrNull(row.detectedAt),
  acknowledgedAt: toInstantOrNull(row.acknowledgedAt),
  containedAt: toInstantOrNull(row.containedAt),
  resolvedAt: toInstantOrNull(row.resolvedAt),
  countedAt: row.countedAt.toISOString(),
})

const monthStart = (month: string): Date => fromDay(`${month}-01`)

function narrowed({ severity, source, deploymentId, month, state, search }: Narrowing): Prisma.IncidentWhereInput[] {
  const resolvedAt = { open: null, resolved: { not: null } }
  // LIKE reads these three as patterns; the reader means the characters.
  const contains = { contains: search?.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return [
    { severity, source, deploymentId },
    month ? { countedAt: { gte: monthStart(month), lt: monthStart(addMonths(month as Month, 1)) } } : {},
    state ? { resolvedAt: resolvedAt[state] } : {},
    search ? { OR: [{ title: contains }, { externalId: contains }] } : {},
  ]
}

/** What follows a place in the order newest first; the first clause is the one the index can use. */
const following = (after: Place | null): Prisma.IncidentWhereInput[] =>
  after === null
    ? []
    : [{ countedAt: { lte: after.at } }, { OR: [{ countedAt: { lt: after.at } }, { id: { gt: after.id } }] }]

export const incidentRepository = (tx: Tx, organizationId: string) => ({
  /** Newest first by the instant each counts at. */
  page: (filter: Narrowing, request: PageRequest): Promise<Page<Incident>> =>
    recordPage(
      {
        list: 'incidents',
        organizationId,
        placeOf: ({ countedAt, id }) => ({ at: countedAt, id }),
        rows: async (after, take) => {
          const rows = await tx.incident.findMany({
            where: { organizationId, AND: [...narrowed(filter), ...following(after)] },
            orderBy: [{ countedAt: 'desc' }, { id: 'asc' }],
            take,
          })
          return rows.map(toIncident)
        },
      },
      request,
    ),
  /** Every incident of a month in pages, so that a month of any size fits in memory. */
  async *ofMonth(month: Month): AsyncGenerator<PlacedIncident[]> {
    const from = monthStart(month)
    let [before, id] = [monthStart(addMonths(month, 1)), LARGEST_ID]
    for (;;) {
      const [page] = await placedPage(tx, { organizationId, from, before, id })
      if (!page || page.n === 0) return
      yield page.rows.map(([deploymentId, occurredAt, detectedAt, resolvedAt, countedAt]) => ({
        deploymentId,
        occurredAt,
        detectedAt,
        resolvedAt,
        countedAt,
      }))
      if (page.n < PAGE) return
      ;[before, id] = [page.lastAt, page.lastId]
    }
  },
})

type PackedRow = [string | null, number | null, number | null, number | null, number]
type PackedPage = { n: number; rows: PackedRow[]; lastAt: Date; lastId: string }
type PageStart = { organizationId: string; from: Date; before: Date; id: string }

/** One page as one value: a driver that builds an object for every row would cost more than the import itself. */
const placedPage = (tx: Tx, { organizationId, from, before, id }: PageStart): Promise<PackedPage[]> =>
  tx.$queryRaw<PackedPage[]>`
    SELECT count(*)::int AS n, (array_agg(id ORDER BY counted_at, id DESC))[1] AS "lastId", min(counted_at) AS "lastAt",
      coalesce(json_agg(json_build_array(deployment_id, (date_part('epoch', occurred_at) * 1000)::int8,
        (date_part('epoch', detected_at) * 1000)::int8, (date_part('epoch', resolved_at) * 1000)::int8,
        (date_part('epoch', counted_at) * 1000)::int8)), '[]') AS rows
    FROM (SELECT id, deployment_id, occurred_at, detected_at, resolved_at, counted_at FROM incidents
      WHERE organization_id = ${organizationId}::uuid AND counted_at >= ${from} AND counted_at <= ${before}
        AND (counted_at < ${before} OR id > ${id}::uuid)
      ORDER BY counted_at DESC, id LIMIT ${PAGE}) page`
