import { z } from 'zod'
import { requestContent } from '@/lib/http/request-content'
import { route } from '@/lib/http/route'
import { AuditRequestDetail, RequestFileInput } from '@/lib/model/audit-request'
import { Slug } from '@/lib/model/slug'
import { uploadRequestFile } from '@/lib/services/upload-request-file'

export const POST = route({
  tag: 'Audits',
  summary: 'Answer a request with a file of at most 10 MiB; the body is the file, Content-Type its type',
  params: z.object({ org: Slug, id: z.uuid() }),
  query: RequestFileInput,
  stream: '*/*',
  output: AuditRequestDetail,
  status: 201,
  repeatable: true,
  handler: ({ actor, params, query: file, request }) =>
    uploadRequestFile(actor, { ...params, file, ...requestContent(request) }),
})
