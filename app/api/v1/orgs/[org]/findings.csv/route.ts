import { z } from 'zod'
import { route } from '@/lib/http/route'
import { textDownload } from '@/lib/http/text-download'
import { FindingExport } from '@/lib/model/finding-filter'
import { Slug } from '@/lib/model/slug'
import { exportFindings } from '@/lib/services/export-findings'

export const GET = route({
  tag: 'Findings',
  summary: 'Export the findings that match the filter as CSV',
  params: z.object({ org: Slug }),
  query: FindingExport,
  download: 'text/csv',
  output: z.void(),
  handler: async ({ actor, params: { org }, query: { sort, ...filter } }) =>
    textDownload(
      await exportFindings(actor, 'csv', { org, filter, sort }),
      `${org}-findings.csv`,
      'text/csv; charset=utf-8',
    ),
})
