import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ImportBatch } from '@/lib/model/import-batch'
import { Slug } from '@/lib/model/slug'
import { getImport } from '@/lib/services/get-import'

export const GET = route({
  tag: 'Imports',
  summary: 'Read an import with the rows it refused',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: ImportBatch,
  handler: ({ actor, params }) => getImport(actor, params),
})
