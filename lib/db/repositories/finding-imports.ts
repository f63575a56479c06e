import { FindingImport, type FindingImportReport } from '@/lib/model/finding-import'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Tx } from '../scope'
import { type Place, recordPage } from './record-page'

type Kept = Omit<FindingImportReport, 'importId' | 'connectionId' | 'connection' | 'dryRun'> & {
  connectionId: string
  importedBy: string
}

/** Files of other scanners' findings that were taken in. */
export const findingImportRepository = (tx: Tx, organizationId: string) => ({
  async add(id: string, facts: Kept): Promise<void> {
    await tx.findingImport.create({ data: { organizationId, id, ...facts } })
  },
  /** Newest first. Throws `invalid` when the cursor is not one of this list. */
  page: (request: PageRequest): Promise<Page<FindingImport>> =>
    recordPage(
      {
        list: 'finding-imports',
        organizationId,
        placeOf: ({ createdAt, id }) => ({ at: createdAt, id }),
        rows: async (after, take) => {
          const rows = await tx.findingImport.findMany({
            where: { organizationId, AND: following(after) },
            orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
            include: { connection: { select: { name: true } } },
            take,
          })
          return rows.map(({ connection, createdAt, ...row }) =>
            FindingImport.parse({ ...row, connection: connection.name, createdAt: createdAt.toISOString() }),
          )
        },
      },
      request,
    ),
})

const following = (after: Place | null) =>
  after === null
    ? []
    : [{ createdAt: { lte: after.at } }, { OR: [{ createdAt: { lt: after.at } }, { id: { gt: after.id } }] }]
