import { z } from 'zod'
import { evidenceDownload } from '@/lib/http/evidence-download'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { readDeskEvidence } from '@/lib/services/read-desk-evidence'

export const GET = route({
  tag: 'Audits',
  summary: 'Download evidence of an approved answer after its SHA-256 was compared; each time is logged',
  params: z.object({ org: Slug, id: z.uuid() }),
  download: 'application/octet-stream',
  output: z.void(),
  handler: async ({ actor, params }) => {
    const { evidence, content } = await readDeskEvidence(actor, params)
    return evidenceDownload(evidence, content)
  },
})
