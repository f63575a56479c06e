import type { Role } from '@/lib/model/actor'
import { type Elevation, type ElevationState, REQUEST_HOURS } from '@/lib/model/elevation'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { found, type Tx } from '../scope'
import { toInstantOrNull } from './calendar'
import { recordPage } from './record-page'

const HOUR = 3_600_000

/** What is kept; what time makes of it is said when it is read. */
type KeptState = 'requested' | 'approved' | 'refused' | 'withdrawn' | 'ended'

type Row = Prisma.ElevationGetPayload<{ include: { user: { select: { name: true } } } }>

const withName = { user: { select: { name: true } } } as const

function stateOf({ state, requestedAt, expiresAt }: Row, now: Date): ElevationState {
  const kept = state as KeptState
  if (kept === 'requested' && requestedAt.getTime() + REQUEST_HOURS * HOUR <= now.getTime()) return 'lapsed'
  if (kept === 'approved' && expiresAt && expiresAt <= now) return 'expired'
  return kept
}

const toElevation = (row: Row, now: Date): Elevation => ({
  id: row.id,
  userId: row.userId,
  name: row.user.name,
  fromRole: row.fromRole,
  role: row.role,
  hours: row.hours,
  reason: row.reason,
  state: stateOf(row, now),
  requestedAt: row.requestedAt.toISOString(),
  decidedAt: toInstantOrNull(row.decidedAt),
  decidedBy: row.decidedBy,
  expiresAt: toInstantOrNull(row.expiresAt),
})

/** Those that wait for an answer or count at this moment. */
const openAt = (now: Date): Prisma.ElevationWhereInput => ({
  OR: [
    { state: 'requested', requestedAt: { gt: new Date(now.getTime() - REQUEST_HOURS * HOUR) } },
    { state: 'approved', expiresAt: { gt: now } },
  ],
})

export type NewElevation = {
  id: string
  userId: string
  fromRole: Role
  role: Role
  hours: number
  reason: string
  requestedAt: Date
}

export type ElevationDecision = {
  state: 'approved' | 'refused' | 'withdrawn'
  decidedAt: Date
  decidedBy: string
  expiresAt?: Date | null
}

export const elevationReader = (tx: Reading, organizationId: string) => ({
  /** How many requests wait for an answer. */
  async waitingCount(now: Date): Promise<number> {
    const since = new Date(now.getTime() - REQUEST_HOURS * HOUR).toISOString()
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM elevations
      WHERE organization_id = ${organizationId}::uuid AND state = 'requested'
        AND requested_at > ${since}::timestamptz`
    return row?.count ?? 0
  },
})

export const elevationRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  return {
    async get(id: string, now: Date): Promise<Elevation> {
      return toElevation(found(await tx.elevation.findUnique({ where: at(id), include: withName })), now)
    },
    async add(elevation: NewElevation): Promise<void> {
      await tx.elevation.create({ data: { organizationId, ...elevation, state: 'requested' } })
    },
    async decide(id: string, decision: ElevationDecision): Promise<void> {
      await tx.elevation.update({ where: at(id), data: decision })
    },
    /** It was approved, and counts until now only. */
    async end(id: string, now: Date): Promise<void> {
      await tx.elevation.update({ where: at(id), data: { state: 'ended', expiresAt: now } })
    },
    /** What a person asked for that waits or counts now; the caller holds the membership. Null when there is none. */
    async openOf(userId: string, now: Date): Promise<Elevation | null> {
      const where = { organizationId, userId, ...openAt(now) }
      const row = await tx.elevation.findFirst({ where, include: withName })
      return row ? toElevation(row, now) : null
    },
    /** Newest first; of one person alone when one is named. */
    page: (userId: string | null, now: Date, request: PageRequest): Promise<Page<Elevation>> =>
      recordPage(
        {
          list: userId ? `elevations-${userId}` : 'elevations',
          organizationId,
          placeOf: ({ requestedAt, id }) => ({ at: requestedAt, id }),
          rows: async (after, take) => {
            const where = { organizationId, ...(userId ? { userId } : {}), ...(after ? { id: { lt: after.id } } : {}) }
            const rows = await tx.elevation.findMany({ where, orderBy: { id: 'desc' }, take, include: withName })
            return rows.map((row) => toElevation(row, now))
          },
        },
        request,
      ),
    /** Withdraws what waits and ends what counts, because the membership it belongs to changes. */
    async closeOf(userId: string, decidedBy: string, now: Date): Promise<void> {
      const open = { organizationId, userId }
      const waits = { ...open, state: 'requested' }
      await tx.elevation.updateMany({ where: waits, data: { state: 'withdrawn', decidedAt: now, decidedBy } })
      const counts = { ...open, state: 'approved', expiresAt: { gt: now } }
      await tx.elevation.updateMany({ where: counts, data: { state: 'ended', expiresAt: now } })
    },
  }
}
