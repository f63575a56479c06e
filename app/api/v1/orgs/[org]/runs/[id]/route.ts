import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Run } from '@/lib/model/run'
import { Slug } from '@/lib/model/slug'
import { getRun } from '@/lib/services/get-run'

export const GET = route({
  tag: 'Runs',
  summary: 'Read a run: how far it is, and once it ended its totals and the digest of its snapshot',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Run,
  handler: ({ actor, params }) => getRun(actor, params),
})
