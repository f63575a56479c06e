import { z } from 'zod'
import { route } from '@/lib/http/route'
import { tableDownload } from '@/lib/http/table-download'
import { PortfolioFilter } from '@/lib/model/portfolio'
import { exportPortfolio } from '@/lib/services/export-portfolio'
import { TABLE_MEDIA } from '@/lib/services/table-file'

const FORMATS = { 'portfolio.csv': 'csv', 'portfolio.xlsx': 'xlsx', 'portfolio.json': 'json' } as const

export const GET = route({
  tag: 'Exports',
  summary: 'Export all organizations you belong to as CSV, XLSX or JSON',
  params: z.object({ file: z.enum(['portfolio.csv', 'portfolio.xlsx', 'portfolio.json']) }),
  query: PortfolioFilter.omit({ cursor: true }),
  download: TABLE_MEDIA,
  output: z.void(),
  handler: async ({ actor, params: { file }, query: filter }) =>
    tableDownload(await exportPortfolio(actor, { format: FORMATS[file], filter })),
})
