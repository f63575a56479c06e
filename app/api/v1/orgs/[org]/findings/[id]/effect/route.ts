import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingEffect } from '@/lib/model/finding-change'
import { Slug } from '@/lib/model/slug'
import { getFindingEffect } from '@/lib/services/get-finding'

export const GET = route({
  tag: 'Findings',
  summary:
    'What fixing a finding, or every finding of its check, would do to the posture; null effects where nothing is known',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: z.object({ effect: FindingEffect.nullable() }),
  handler: async ({ actor, params }) => ({ effect: await getFindingEffect(actor, params) }),
})
