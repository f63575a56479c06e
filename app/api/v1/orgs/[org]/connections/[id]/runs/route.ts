import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Run } from '@/lib/model/run'
import { Slug } from '@/lib/model/slug'
import { getRun } from '@/lib/services/get-run'
import { startRun } from '@/lib/services/start-run'

export const POST = route({
  tag: 'Runs',
  summary: 'Start a run of a connection',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: Run,
  status: 201,
  repeatable: true,
  handler: async ({ actor, params: { org, id } }) => {
    const trigger = actor.kind === 'machine' ? 'pipeline' : 'person'
    const { runId } = await startRun(actor, { org, connection: id, trigger })
    return getRun(actor, { org, id: runId })
  },
})
