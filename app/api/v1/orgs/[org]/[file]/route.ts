import { z } from 'zod'
import { parseInput } from '@/lib/http/parse-input'
import { route } from '@/lib/http/route'
import { tableDownload } from '@/lib/http/table-download'
import { Slug } from '@/lib/model/slug'
import { exportTable, tableSourceOf } from '@/lib/services/export-table'
import { EXPORT_MEDIA, TABLE_FILES } from '@/lib/services/table-sources/registry'

export const GET = route({
  tag: 'Exports',
  summary:
    'Export a table as CSV, XLSX, JSON or a document of its own: every row that its list shows under the same query',
  params: z.object({ org: Slug, file: z.enum(TABLE_FILES) }),
  query: z.record(z.string(), z.string()),
  download: EXPORT_MEDIA,
  output: z.void(),
  handler: async ({ actor, params: { org, file }, query }) => {
    const [table = '', ...ending] = file.split('.')
    const filter = parseInput(tableSourceOf(table).filter, query, 'invalid') as object
    return tableDownload(await exportTable(actor, { org, table, format: ending.join('.'), filter }))
  },
})
