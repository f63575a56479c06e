import { z } from 'zod'
import { fileDownload } from '@/lib/http/evidence-download'
import { route } from '@/lib/http/route'
import { ReportChoice, ReportKind } from '@/lib/model/report'
import { Slug } from '@/lib/model/slug'
import { exportReport } from '@/lib/services/export-report'

export const GET = route({
  tag: 'Reports',
  summary:
    'Take a report away as a PDF: for a board, a CISO, an auditor (framework and period) or about one deployment',
  params: z.object({ org: Slug, kind: ReportKind }),
  query: ReportChoice,
  download: 'application/pdf',
  output: z.void(),
  handler: async ({ actor, params, query }) => {
    const { content, fileName } = await exportReport(actor, { ...query, ...params })
    return fileDownload(Buffer.from(content), { name: fileName, ending: 'pdf', mediaType: 'application/pdf' })
  },
})
