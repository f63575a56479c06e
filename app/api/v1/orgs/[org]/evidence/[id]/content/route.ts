import { z } from 'zod'
import { evidenceDownload } from '@/lib/http/evidence-download'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { readEvidence } from '@/lib/services/read-evidence'

export const GET = route({
  tag: 'Evidence',
  summary: 'Download a file after its SHA-256 was compared; an altered file is not given out',
  params: z.object({ org: Slug, id: z.uuid() }),
  download: 'application/octet-stream',
  output: z.void(),
  handler: async ({ actor, params }) => {
    const { evidence, content } = await readEvidence(actor, params)
    return evidenceDownload(evidence, content)
  },
})
