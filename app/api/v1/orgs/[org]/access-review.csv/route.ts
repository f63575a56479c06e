import { z } from 'zod'
import { csvDownload } from '@/lib/http/csv-download'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { exportAccessReview } from '@/lib/services/export-access-review'

export const GET = route({
  tag: 'Access review',
  summary: 'Export who has what as CSV',
  params: z.object({ org: Slug }),
  download: 'text/csv',
  output: z.void(),
  handler: async ({ actor, params: { org } }) =>
    csvDownload(await exportAccessReview(actor, { org }), `${org}-access-review.csv`),
})
