import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingDetail } from '@/lib/model/finding'
import { RateInput } from '@/lib/model/finding-change'
import { Slug } from '@/lib/model/slug'
import { rateFinding } from '@/lib/services/rate-finding'

export const PUT = route({
  tag: 'Findings',
  summary: 'Set the severity of a finding in spite of its check, or go back to the check',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: RateInput,
  output: FindingDetail,
  handler: ({ actor, params, body: rate }) => rateFinding(actor, { ...params, rate }),
})
