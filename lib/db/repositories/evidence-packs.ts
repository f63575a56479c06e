import { z } from 'zod'
import { type EvidencePack, PackProgress } from '@/lib/model/evidence-pack'
import { Sampling } from '@/lib/model/pack-manifest'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Prisma, EvidencePack as Row } from '../generated/client'
import { found, type Tx } from '../scope'
import { fromDay, toDay, toInstantOrNull } from './calendar'
import { recordPage } from './record-page'

type NewPack = Pick<
  EvidencePack,
  'id' | 'framework' | 'period' | 'deploymentIds' | 'asOf' | 'sampling' | 'requestedBy'
> & {
  engagementId: string | null
  requestedById: string | null
}

/** What a finished file is, as it is recorded. */
export type PackEnd = Pick<
  EvidencePack,
  'sha256' | 'bytes' | 'files' | 'reusedBytes' | 'gaps' | 'manifest' | 'kid' | 'timestampedAt'
>

/** A pack as whoever builds or judges it needs to know it. */
export type OwnedPack = EvidencePack & { engagementId: string | null; requestedById: string | null }

const toPack = (row: Row): OwnedPack => ({
  id: row.id,
  framework: row.framework,
  period: { from: toDay(row.fromDay), to: toDay(row.toDay) },
  deploymentIds: row.deploymentIds,
  asOf: row.asOf.toISOString(),
  sampling: Sampling.parse(row.sampling),
  state: row.state,
  requestedBy: row.requestedBy,
  createdAt: row.createdAt.toISOString(),
  startedAt: toInstantOrNull(row.startedAt),
  finishedAt: toInstantOrNull(row.finishedAt),
  progress: row.progress === null ? null : PackProgress.parse(row.progress),
  cancelledBy: row.cancelledBy,
  error: row.error,
  sha256: row.sha256,
  bytes: row.bytes === null ? null : Number(row.bytes),
  files: row.files,
  reusedBytes: row.reusedBytes === null ? null : Number(row.reusedBytes),
  gaps: row.gaps,
  manifest: row.manifest,
  kid: row.kid,
  timestampedAt: toInstantOrNull(row.timestampedAt),
  removedAt: toInstantOrNull(row.removedAt),
  engagementId: row.engagementId,
  requestedById: row.requestedById,
})

/** What comes after a place in the order newest first. */
const following = (after: { at: string; id: string } | null): Prisma.EvidencePackWhereInput =>
  after === null ? {} : { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] }

/**
 * Packs as they are asked for and built: who builds one holds its lease, and a step that says `false` was not taken,
 * because the pack was cancelled or the lease is somebody else's. Leases are measured by the database's clock.
 */
export const evidencePackRepository = (tx: Tx, organizationId: string) => {
  const at = (id: string) => ({ organizationId_id: { organizationId, id } })
  const did = async (count: Promise<number>): Promise<boolean> => (await count) > 0
  return {
    async add({ period, sampling, ...pack }: NewPack): Promise<void> {
      const days = { fromDay: fromDay(period.from), toDay: fromDay(period.to) }
      await tx.evidencePack.create({ data: { organizationId, ...pack, ...days, sampling } })
    },
    async get(id: string): Promise<OwnedPack> {
      return toPack(found(await tx.evidencePack.findUnique({ where: at(id) })))
    },
    /** Newest first; with `requestedById` those alone that this person asked for. Throws `invalid` for a foreign cursor. */
    page: (request: PageRequest, requestedById?: string): Promise<Page<OwnedPack>> =>
      recordPage(
        {
          list: 'evidence-packs',
          organizationId,
          placeOf: ({ createdAt, id }) => ({ at: createdAt, id }),
          rows: async (after, take) => {
            const where = { organizationId, requestedById, AND: [following(after)] }
            const orderBy = [{ createdAt: 'desc' as const }, { id: 'asc' as const }]
            return (await tx.evidencePack.findMany({ where, orderBy, take })).map(toPack)
          },
        },
        request,
      ),
    /** Finished packs whose file was not removed, newest first: what a new one may take files from. */
    async finished(take: number): Promise<{ id: string; sha256: string }[]> {
      const where = { organizationId, state: 'done' as const, removedAt: null, sha256: { not: null } }
      const rows = await tx.evidencePack.findMany({ where, orderBy: [{ finishedAt: 'desc' }, { id: 'asc' }], take })
      return rows.flatMap(({ id, sha256 }) => (sha256 === null ? [] : [{ id, sha256 }]))
    },
    /** Takes the lease of one that is to be built, or whose builder gave no more sign of life. */
    take: (id: string, by: string, seconds: number): Promise<boolean> =>
      did(tx.$executeRaw`
        UPDATE evidence_packs SET state = 'building', lease_by = ${by}, attempts = attempts + 1, progress = NULL,
          lease_until = clock_timestamp() + make_interval(secs => ${seconds}),
          started_at = coalesce(started_at, clock_timestamp())
        WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND state IN ('queued', 'building')
          AND (lease_until IS NULL OR lease_until < clock_timestamp())`),
    /** Prolongs the lease and says how far it is. */
    renew: (id: string, by: string, seconds: number, progress: PackProgress): Promise<boolean> =>
      did(tx.$executeRaw`
        UPDATE evidence_packs SET lease_until = clock_timestamp() + make_interval(secs => ${seconds}),
          progress = ${JSON.stringify(progress)}::jsonb
        WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND lease_by = ${by}
          AND state = 'building'`),
    /** Gives it back as it stands, for somebody else to build. */
    release: (id: string, by: string): Promise<boolean> =>
      did(tx.$executeRaw`
        UPDATE evidence_packs SET state = 'queued', lease_by = NULL, lease_until = NULL, progress = NULL
        WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND lease_by = ${by}
          AND state = 'building'`),
    /** Ends one whose lease is held; holds the row until the transaction ends. */
    async end(
      id: string,
      by: string,
      as: ({ state: 'done' } & PackEnd) | { state: 'failed'; error: string },
    ): Promise<boolean> {
      const data = { ...as, finishedAt: new Date(), leaseBy: null, leaseUntil: null }
      const where = { organizationId, id, leaseBy: by, state: 'building' as const }
      return (await tx.evidencePack.updateMany({ where, data })).count > 0
    },
    /** Ends one that was neither finished nor cancelled. */
    async cancel(id: string, cancelledBy: string, now: Date): Promise<boolean> {
      const ended = { state: 'cancelled' as const, cancelledBy, cancelAskedAt: now, finishedAt: now }
      const where = { organizationId, id, state: { in: ['queued' as const, 'building' as const] } }
      const { count } = await tx.evidencePack.updateMany({ where, data: { ...ended, leaseBy: null, leaseUntil: null } })
      return count > 0
    },
    async attempts(id: string): Promise<number> {
      return z.int().parse(found(await tx.evidencePack.findUnique({ where: at(id) })).attempts)
    },
  }
}
