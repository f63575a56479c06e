import { z } from 'zod'
import { route } from '@/lib/http/route'
import { EvidencePack, PackRequest } from '@/lib/model/evidence-pack'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listPacks } from '@/lib/services/list-packs'
import { requestPack } from '@/lib/services/request-pack'

export const GET = route({
  tag: 'Evidence packs',
  summary: 'List evidence packs, newest first',
  params: z.object({ org: Slug }),
  query: PageRequest,
  output: pageOf(EvidencePack),
  handler: ({ actor, params: { org }, query }) => listPacks(actor, { org, page: query }),
})

export const POST = route({
  tag: 'Evidence packs',
  summary: 'Ask for an evidence pack of a framework, a period and a scope; it is built by a worker',
  params: z.object({ org: Slug }),
  body: PackRequest,
  output: EvidencePack,
  status: 201,
  repeatable: true,
  handler: ({ actor, params: { org }, body }) => requestPack(actor, { org, pack: body }),
})
