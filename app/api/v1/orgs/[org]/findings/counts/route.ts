import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingCounts } from '@/lib/model/finding-counts'
import { Slug } from '@/lib/model/slug'
import { countFindings } from '@/lib/services/count-findings'

export const GET = route({
  tag: 'Findings',
  summary: 'How many findings there are today, by state, severity and layer',
  params: z.object({ org: Slug }),
  output: FindingCounts,
  handler: ({ actor, params: { org } }) => countFindings(actor, { org }),
})
