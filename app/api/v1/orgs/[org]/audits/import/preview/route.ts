import { z } from 'zod'
import { csvHead } from '@/lib/http/csv-body'
import { previewQuery } from '@/lib/http/import-query'
import { route } from '@/lib/http/route'
import { AuditMap } from '@/lib/model/import-options'
import { ImportPreview, PREVIEW_BYTES } from '@/lib/model/import-preview'
import { Slug } from '@/lib/model/slug'
import { previewImport } from '@/lib/services/preview-import'

export const POST = route({
  tag: 'Imports',
  summary: 'Show what an import of compliance audits would make of the first 256 KiB of a file',
  params: z.object({ org: Slug }),
  query: previewQuery(AuditMap.partial()),
  stream: 'text/csv',
  output: ImportPreview,
  handler: async ({ actor, params: { org }, query, request }) =>
    previewImport(actor, { org, kind: 'audits', head: await csvHead(request, PREVIEW_BYTES), ...query }),
})
