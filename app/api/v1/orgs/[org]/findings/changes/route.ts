import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingChange, FindingChanged } from '@/lib/model/finding-change'
import { Slug } from '@/lib/model/slug'
import { changeFindings } from '@/lib/services/change-findings'

export const POST = route({
  tag: 'Findings',
  summary: 'Assign many findings, or accept the risk of many: all or none, by id or by filter',
  params: z.object({ org: Slug }),
  body: FindingChange,
  output: FindingChanged,
  repeatable: true,
  handler: ({ actor, params: { org }, body: change }) => changeFindings(actor, { org, change }),
})
