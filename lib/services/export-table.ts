import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Admitted } from '@/lib/model/admission'
import { authorize } from './authorize'
import { noticingExport } from './notice-export'
import { counting, type ExportedFile, filterText, isTableFormat, TABLE_WRITERS } from './table-file'
import { TABLE_SOURCES } from './table-sources/registry'
import type { TableSource } from './table-sources/source'

type Input = { org: string; table: string; format: string; filter: object; now?: Date }

/** The source of a table by its name. Throws not-found for one that is none. */
export function tableSourceOf(name: string): TableSource {
  const source = TABLE_SOURCES.find(({ table }) => table.name === name)
  if (!source) throw new AppError('not-found', { detail: `There is no table ${name}.` })
  return source
}

/**
 * A table of the organization as CSV, XLSX, JSON or a document of its own, piece by piece: exactly the rows the filter
 * leaves, in the order of its list. The export is an entry of the audit log, and its rows are counted against the session.
 * Throws not-found (organization, table, format), forbidden and invalid before the first piece, so that a refusal is never
 * half a file.
 */
export async function exportTable(
  actor: Actor,
  { org, table: name, format, filter, now = new Date() }: Input,
): Promise<ExportedFile> {
  const source = tableSourceOf(name)
  const document = Object.hasOwn(source.documents, format) ? source.documents[format] : undefined
  if (!document && !isTableFormat(format))
    throw new AppError('not-found', { detail: `${name} cannot be written as ${format}.` })
  const place = await authorize(actor, org, source.permission)
  const log = () => logged(actor, place, { table: name, format, ...filter })
  // The file of the log holds the entry of its own export; any other export is one when its first page was read.
  const isLog = name === 'audit-log'
  if (isLog) await log()
  const read = noticingExport(actor, await source.open(actor, { org, place, filter, now }))
  const { pages, rows } = counting(read)
  if (!isLog) await log()
  const fileName = `${org}-${name}.${format}`
  if (document) return { fileName, mediaType: document.mediaType, pieces: document.write(pages, place), rows }
  const { mediaType, write } = TABLE_WRITERS[isTableFormat(format) ? format : 'csv']
  const about = { organization: place, asOf: now.toISOString(), filter: filterText(filter) }
  return { fileName, mediaType, pieces: write(source.table, pages, about), rows }
}

/** The log says of itself that it was exported; every other table is named. */
const logged = (
  actor: Actor,
  place: Admitted,
  { table, ...detail }: { table: string; format: string },
): Promise<void> =>
  forOrganization(place, async ({ audit }) => {
    const said =
      table === 'audit-log'
        ? { action: 'audit-log.exported', detail }
        : { action: 'table.exported', detail: { table, ...detail } }
    await audit.append(actor, { ...said, subject: place.organizationId })
  })
