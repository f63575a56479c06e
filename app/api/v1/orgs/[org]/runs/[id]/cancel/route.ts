import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Run } from '@/lib/model/run'
import { Slug } from '@/lib/model/slug'
import { cancelRun } from '@/lib/services/cancel-run'
import { getRun } from '@/lib/services/get-run'

export const POST = route({
  tag: 'Runs',
  summary: 'Cancel a run at once; nothing of it is evaluated',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Run,
  handler: async ({ actor, params }) => {
    await cancelRun(actor, params)
    return getRun(actor, params)
  },
})
