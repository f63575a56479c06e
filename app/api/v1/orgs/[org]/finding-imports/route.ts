import { z } from 'zod'
import { route } from '@/lib/http/route'
import { FindingImport } from '@/lib/model/finding-import'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listFindingImports } from '@/lib/services/list-finding-imports'

export const GET = route({
  tag: 'Findings',
  summary: "Files of other scanners' findings that were taken in, newest first",
  params: z.object({ org: Slug }),
  query: PageRequest,
  output: pageOf(FindingImport),
  handler: ({ actor, params: { org }, query: page }) => listFindingImports(actor, { org, page }),
})
