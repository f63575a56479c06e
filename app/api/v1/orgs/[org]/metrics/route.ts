import { z } from 'zod'
import { route } from '@/lib/http/route'
import { MonthlyMetric } from '@/lib/model/monthly-metric'
import { Slug } from '@/lib/model/slug'
import { listMonthlyMetrics } from '@/lib/services/list-monthly-metrics'

export const GET = route({
  tag: 'Metrics',
  summary: 'Read the months that hold records, each figure with its n',
  params: z.object({ org: Slug }),
  query: z.object({ deployment: Slug.optional() }),
  output: z.object({ items: z.array(MonthlyMetric) }),
  handler: async ({ actor, params: { org }, query: { deployment } }) => ({
    items: await listMonthlyMetrics(actor, { org, deployment }),
  }),
})
