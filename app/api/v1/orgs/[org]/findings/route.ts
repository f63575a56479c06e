import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Finding } from '@/lib/model/finding'
import { FindingQuery } from '@/lib/model/finding-filter'
import { pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listFindings } from '@/lib/services/list-findings'

export const GET = route({
  tag: 'Findings',
  summary: 'List findings, heaviest first unless another order is asked for',
  params: z.object({ org: Slug }),
  query: FindingQuery,
  output: pageOf(Finding),
  handler: ({ actor, params: { org }, query: { cursor, limit, sort, ...filter } }) =>
    listFindings(actor, { org, filter, sort, page: { cursor, limit } }),
})
