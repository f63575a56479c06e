import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Instant } from '@/lib/model/instant'
import { Slug } from '@/lib/model/slug'
import { nextScheduleTimes } from '@/lib/services/next-schedule-times'

export const GET = route({
  tag: 'Connections',
  summary: 'Say when a schedule, five fields of cron in UTC, would come due next',
  params: z.object({ org: Slug }),
  query: z.object({ schedule: z.string().max(100).default('0 6 * * *') }),
  output: z.object({ schedule: z.string(), times: z.array(Instant) }),
  handler: ({ actor, params: { org }, query: { schedule } }) => nextScheduleTimes(actor, { org, schedule }),
})
