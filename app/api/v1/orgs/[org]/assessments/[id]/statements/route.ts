import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { StatementView } from '@/lib/model/statement-view'
import { listStatements } from '@/lib/services/list-statements'

export const GET = route({
  tag: 'Assessments',
  summary: 'Say what was signed of an approved assessment, by digest',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: z.object({ items: z.array(StatementView) }),
  handler: ({ actor, params }) => listStatements(actor, { ...params, kind: 'assessment' }),
})
