import { z } from 'zod'
import { requestContent } from '@/lib/http/request-content'
import { route } from '@/lib/http/route'
import { Evidence } from '@/lib/model/evidence'
import { EvidenceFile } from '@/lib/model/evidence-file'
import { CapabilityId } from '@/lib/model/layer'
import { Slug } from '@/lib/model/slug'
import { uploadEvidence } from '@/lib/services/upload-evidence'

export const POST = route({
  tag: 'Evidence',
  summary: 'Add a file of at most 10 MiB to an answer of a draft; the body is the file, Content-Type its type',
  params: z.object({ org: Slug, id: z.uuid(), capability: CapabilityId }),
  query: EvidenceFile,
  stream: '*/*',
  output: Evidence,
  status: 201,
  repeatable: true,
  handler: ({ actor, params, query, request }) =>
    uploadEvidence(actor, { ...params, file: query, ...requestContent(request) }),
})
