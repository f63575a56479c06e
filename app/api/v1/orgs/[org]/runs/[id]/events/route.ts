import { z } from 'zod'
import { route } from '@/lib/http/route'
import { runStream } from '@/lib/http/run-stream'
import { Slug } from '@/lib/model/slug'

export const GET = route({
  tag: 'Runs',
  summary: 'Follow a run: its state whenever it changes and each line of its log, until it ends; Last-Event-ID goes on',
  params: z.object({ org: Slug, id: z.uuid() }),
  download: 'text/event-stream',
  output: z.void(),
  handler: ({ actor, params, request }) => runStream(actor, params, request),
})
