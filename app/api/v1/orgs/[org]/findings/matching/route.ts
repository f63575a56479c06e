import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingMatch } from '@/lib/model/finding-counts'
import { FindingFilter } from '@/lib/model/finding-filter'
import { Slug } from '@/lib/model/slug'
import { matchFindings } from '@/lib/services/count-findings'

export const GET = route({
  tag: 'Findings',
  summary: 'How many findings a filter leaves',
  params: z.object({ org: Slug }),
  query: FindingFilter,
  output: FindingMatch,
  handler: ({ actor, params: { org }, query: filter }) => matchFindings(actor, { org, filter }),
})
