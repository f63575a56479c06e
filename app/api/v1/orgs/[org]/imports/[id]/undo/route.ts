import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ImportBatch } from '@/lib/model/import-batch'
import { Slug } from '@/lib/model/slug'
import { undoImport } from '@/lib/services/undo-import'

export const POST = route({
  tag: 'Imports',
  summary: 'Take an import back: what it made is removed, what it changed becomes what it was',
  params: z.object({ org: Slug, id: z.uuid() }),
  output: ImportBatch,
  handler: ({ actor, params }) => undoImport(actor, params),
})
