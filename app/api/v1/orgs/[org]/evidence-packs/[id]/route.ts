import { z } from 'zod'
import { route } from '@/lib/http/route'
import { EvidencePackContents } from '@/lib/model/evidence-pack'
import { Slug } from '@/lib/model/slug'
import { getPack } from '@/lib/services/get-pack'

export const GET = route({
  tag: 'Evidence packs',
  summary: 'Read an evidence pack: how far it is, and once it is done every file in it with its SHA-256',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: EvidencePackContents,
  handler: ({ actor, params }) => getPack(actor, params),
})
