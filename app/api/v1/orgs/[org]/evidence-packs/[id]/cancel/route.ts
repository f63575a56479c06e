import { z } from 'zod'
import { route } from '@/lib/http/route'
import { EvidencePackContents } from '@/lib/model/evidence-pack'
import { Slug } from '@/lib/model/slug'
import { cancelPack } from '@/lib/services/cancel-pack'
import { getPack } from '@/lib/services/get-pack'

export const POST = route({
  tag: 'Evidence packs',
  summary: 'Cancel an evidence pack that is not finished; nothing of it stays',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: EvidencePackContents,
  handler: async ({ actor, params }) => {
    await cancelPack(actor, params)
    return getPack(actor, params)
  },
})
