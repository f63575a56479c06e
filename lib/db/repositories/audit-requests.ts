import { z } from 'zod'
import { newId } from '@/lib/kernel/id'
import {
  type AuditRequest,
  type AuditRequestDetail,
  type AuditRequestFilter,
  type AuditRequestInput,
  type AuditRequestState,
  type RequestEntry,
  RequestEntryKind,
  type RequestFile,
} from '@/lib/model/audit-request'
import { Instant } from '@/lib/model/instant'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Prisma, AuditRequest as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { fromDay, fromDayOrNull, toDay, toDayOrNull, toInstantOrNull } from './calendar'
import { fromCursor, toCursor } from './cursor'

/** Whose requests are seen: null sees all, a list only those asked under these grants. */
export type RequestSight = { engagements: readonly string[] | null; now: Date }

const Key = z.tuple([Instant, z.uuid()])

const toRequest = (row: Row, now: Date): AuditRequest => ({
  id: row.id,
  engagementId: row.engagementId,
  framework: row.framework,
  requirement: row.requirement,
  title: row.title,
  text: row.text,
  state: row.state,
  dueOn: toDayOrNull(row.dueOn),
  isOverdue: row.state === 'open' && row.dueOn !== null && toDay(row.dueOn) < toDay(now),
  askedBy: row.askedBy,
  askedById: row.askedById,
  askedAt: row.askedAt.toISOString(),
  answeredAt: toInstantOrNull(row.answeredAt),
  closedAt: toInstantOrNull(row.closedAt),
})

const withEntries = {
  entries: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { files: { orderBy: { id: 'asc' } } } },
} as const satisfies Prisma.AuditRequestInclude

type Asked = AuditRequestInput & { engagementId: string | null; by: string; byId: string | null; at: Date }
type Said = Pick<RequestEntry, 'kind' | 'text' | 'actorName' | 'actorId'> & { at: Date; state: AuditRequestState }

const requestReader = (tx: Tx, organizationId: string) => ({
  /** Newest first. */
  async page(
    filter: AuditRequestFilter,
    sight: RequestSight,
    { cursor, limit }: PageRequest,
  ): Promise<Page<AuditRequest>> {
    const rows = await tx.auditRequest.findMany({
      where: { organizationId, AND: [narrowed(filter, sight.now), seen(sight), cursor ? after(cursor) : {}] },
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    })
    const items = rows.slice(0, limit).map((row) => toRequest(row, sight.now))
    const last = items.at(-1)
    return { items, nextCursor: rows.length > limit && last ? toCursor([last.askedAt, last.id]) : null }
  },
  /** With all that was said about it. Throws not-found, also for one that is not seen. */
  async get(id: string, sight: RequestSight): Promise<AuditRequestDetail> {
    const row = found(
      await tx.auditRequest.findFirst({ where: { organizationId, id, ...seen(sight) }, include: withEntries }),
    )
    const entries = row.entries.map(({ requestId: _, organizationId: __, files, at, kind, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      kind: RequestEntryKind.parse(kind),
      files: files.map(({ organizationId: _, entryId: __, ...file }) => file),
    }))
    return { ...toRequest(row, sight.now), entries }
  },
  /** The same, held until the transaction ends: what is said goes one at a time. */
  async lock(id: string, sight: RequestSight): Promise<AuditRequestDetail> {
    await tx.$queryRaw`
      SELECT id FROM audit_requests WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`
    return this.get(id, sight)
  },
  /** A file by its id, with the request it came with. Throws not-found, also for one of a request that is not seen. */
  async file(id: string, sight: RequestSight): Promise<RequestFile & { requestId: string }> {
    const row = found(
      await tx.auditRequestFile.findFirst({
        where: { organizationId, id, entry: { organizationId, request: { organizationId, ...seen(sight) } } },
        include: { entry: { select: { requestId: true } } },
      }),
    )
    const { organizationId: _, entryId: __, entry, ...file } = row
    return { ...file, requestId: entry.requestId }
  },
})

/** What auditors asked for and what was said about it. What was said is never changed: the role may not. */
export const auditRequestRepository = (tx: Tx, organizationId: string) => ({
  ...requestReader(tx, organizationId),
  async create({ by, byId, at, dueOn, engagementId, framework, requirement, title, text }: Asked): Promise<string> {
    const id = newId()
    const facts = { engagementId, framework, requirement, title, text, askedBy: by, askedById: byId, askedAt: at }
    await tx.auditRequest.create({ data: { organizationId, id, ...facts, dueOn: fromDayOrNull(dueOn) } })
    return id
  },
  /** Adds what was said, the request going into its new state with it. */
  async say(requestId: string, { state, kind, at: when, ...said }: Said): Promise<string> {
    const id = newId()
    await tx.auditRequestEntry.create({ data: { organizationId, id, requestId, kind, at: when, ...said } })
    const isClosed = state === 'accepted' || state === 'withdrawn'
    const data = {
      state,
      ...(kind === 'answer' ? { answeredAt: when } : {}),
      ...(isClosed ? { closedAt: when } : {}),
    }
    await tx.auditRequest.update({ where: { organizationId_id: { organizationId, id: requestId } }, data })
    return id
  },
  async addFiles(entryId: string, files: readonly Omit<RequestFile, 'id'>[]): Promise<void> {
    const data = files.map((file) => ({ organizationId, id: newId(), entryId, ...file }))
    if (data.length > 0) await tx.auditRequestFile.createMany({ data })
  },
})

const seen = ({ engagements }: RequestSight): Prisma.AuditRequestWhereInput =>
  engagements === null ? {} : { engagementId: { in: [...engagements] } }

const narrowed = ({ due, ...rest }: AuditRequestFilter, now: Date): Prisma.AuditRequestWhereInput => ({
  ...rest,
  ...(due === undefined ? {} : { AND: [{ state: 'open', dueOn: { lt: fromDay(toDay(now)) } }] }),
})

function after(cursor: string): Prisma.AuditRequestWhereInput {
  const [instant, id] = fromCursor(cursor, Key)
  const askedAt = new Date(instant)
  return { OR: [{ askedAt: { lt: askedAt } }, { askedAt, id: { lt: id } }] }
}
