import { forOrganizations } from '@/lib/db/scope'
import { ImportOptions } from '@/lib/model/import-options'

/** A CSV file as text: a header and rows, every cell quoted only where it must be. */
export const csvText = (...rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\n`).join('')

const cell = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)

/** The bytes of a text as a stream of chunks of `size`. */
export async function* chunksOf(text: string | Uint8Array, size = 4096): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Import options with their defaults. */
export const optionsOf = (given: Partial<ImportOptions> = {}): ImportOptions =>
  ImportOptions.parse({ source: 'tracker', ...given })

/** What an organization holds that an import could have written; equal before and after when nothing was. */
export const holdings = (organizationId: string) =>
  forOrganizations([organizationId], async (tx) => {
    const where = { organizationId }
    return {
      incidents: await tx.incident.findMany({ where, orderBy: { id: 'asc' } }),
      audits: await tx.complianceAudit.findMany({ where, orderBy: { id: 'asc' } }),
      months: await tx.monthlyMetric.findMany({ where, orderBy: { id: 'asc' } }),
      batches: await tx.importBatch.count({ where }),
      revisions: await tx.importRevision.count({ where }),
      log: await tx.auditEntry.count({ where }),
    }
  })
