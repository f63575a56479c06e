import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingDetail } from '@/lib/model/finding'
import { Slug } from '@/lib/model/slug'
import { getFinding } from '@/lib/services/get-finding'

export const GET = route({
  tag: 'Findings',
  summary: 'A finding with its facts, exceptions and history',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: FindingDetail,
  handler: ({ actor, params }) => getFinding(actor, params),
})
