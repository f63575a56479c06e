import type { ImportBatch, ImportKind, RejectedRow } from '@/lib/model/import-batch'
import type { Page, PageRequest } from '@/lib/model/page'
import type { ImportBatch as BatchRow } from '../generated/client'
import { found, type Tx } from '../scope'
import { toInstantOrNull } from './calendar'
import { recordPage } from './record-page'

/** What is known of a batch when it is written; the database adds when. */
export type NewBatch = Omit<ImportBatch, 'createdAt' | 'undoneAt' | 'undoneBy'>

const toBatch = ({ organizationId: _, createdAt, undoneAt, rejects, ...row }: BatchRow): ImportBatch => ({
  ...row,
  rejects: rejects as RejectedRow[],
  createdAt: createdAt.toISOString(),
  undoneAt: toInstantOrNull(undoneAt),
})

export const importBatchRepository = (tx: Tx, organizationId: string) => ({
  async get(id: string): Promise<ImportBatch> {
    const where = { organizationId_id: { organizationId, id } }
    return toBatch(found(await tx.importBatch.findUnique({ where })))
  },
  /** Newest first: ids are ordered by time. */
  page: (kind: ImportKind | undefined, request: PageRequest): Promise<Page<ImportBatch>> =>
    recordPage(
      {
        list: 'imports',
        organizationId,
        placeOf: ({ createdAt, id }) => ({ at: createdAt, id }),
        rows: async (after, take) => {
          const where = { organizationId, kind, ...(after ? { id: { lt: after.id } } : {}) }
          return (await tx.importBatch.findMany({ where, orderBy: { id: 'desc' }, take })).map(toBatch)
        },
      },
      request,
    ),
  async add({ rejects, ...batch }: NewBatch): Promise<void> {
    await tx.importBatch.create({ data: { organizationId, ...batch, rejects: [...rejects] } })
  },
  /** The first later batch that changed a record in the state `id` left it in; null when none did. */
  async builtUpon(id: string): Promise<ImportBatch | null> {
    const later = await tx.$queryRaw<{ id: string }[]>`
      SELECT b.id FROM import_batches b
      WHERE b.organization_id = ${organizationId}::uuid AND b.id > ${id}::uuid AND b.undone_at IS NULL
        AND EXISTS (
          SELECT 1 FROM import_revisions r
          WHERE r.organization_id = ${organizationId}::uuid AND r.organization_id = b.organization_id
            AND r.batch_id = b.id AND r.previous->>'import_batch_id' = ${id})
      ORDER BY b.id LIMIT 1`
    return later[0] ? this.get(later[0].id) : null
  },
  async markUndone(id: string, undoneBy: string, undoneAt: Date): Promise<void> {
    await tx.importBatch.update({
      where: { organizationId_id: { organizationId, id } },
      data: { undoneBy, undoneAt },
    })
    await tx.importRevision.deleteMany({ where: { organizationId, batchId: id } })
  },
})
