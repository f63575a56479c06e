import { z } from 'zod'
import { evidenceDownload } from '@/lib/http/evidence-download'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { readRequestFile } from '@/lib/services/read-request-file'

export const GET = route({
  tag: 'Audits',
  summary: 'Download a file that came with an answer after its SHA-256 was compared; each time is logged',
  params: z.object({ org: Slug, id: z.uuid() }),
  download: 'application/octet-stream',
  output: z.void(),
  handler: async ({ actor, params }) => {
    const { file, content } = await readRequestFile(actor, params)
    return evidenceDownload(file, content)
  },
})
