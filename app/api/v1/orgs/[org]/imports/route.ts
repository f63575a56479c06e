import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ImportBatch, ImportKind } from '@/lib/model/import-batch'
import { PageRequest, pageOf } from '@/lib/model/page'
import { Slug } from '@/lib/model/slug'
import { listImports } from '@/lib/services/list-imports'

export const GET = route({
  tag: 'Imports',
  summary: 'List imports, newest first',
  params: z.object({ org: Slug }),
  query: PageRequest.extend({ kind: ImportKind.optional() }),
  output: pageOf(ImportBatch),
  handler: ({ actor, params: { org }, query: { kind, ...page } }) => listImports(actor, { org, kind, page }),
})
