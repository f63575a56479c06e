import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingDetail } from '@/lib/model/finding'
import { ExceptInput } from '@/lib/model/finding-change'
import { Slug } from '@/lib/model/slug'
import { endException } from '@/lib/services/end-exception'
import { exceptFinding } from '@/lib/services/except-finding'

const params = z.object({ org: Slug, id: z.uuid() })

export const PUT = route({
  tag: 'Findings',
  summary: 'Accept the risk of a finding until a day, at most 365 days ahead',
  params,
  body: ExceptInput,
  output: FindingDetail,
  handler: ({ actor, params: at, body: except }) => exceptFinding(actor, { ...at, except }),
})

export const DELETE = route({
  tag: 'Findings',
  summary: 'End the exception of a finding before its day',
  params,
  output: FindingDetail,
  handler: ({ actor, params: at }) => endException(actor, at),
})
