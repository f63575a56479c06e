import { z } from 'zod'
import { fileDownload } from '@/lib/http/evidence-download'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { readFrameworkDocument } from '@/lib/services/read-framework-document'

export const GET = route({
  tag: 'Frameworks',
  summary: 'Download the OSCAL file a framework came from, byte for byte, after its SHA-256 was compared',
  params: z.object({ org: Slug, id: z.uuid() }),
  download: 'application/json',
  output: z.void(),
  handler: async ({ actor, params: { org, id } }) => {
    const { fileName, content } = await readFrameworkDocument(actor, { org, id })
    return fileDownload(content, { name: fileName, ending: 'json', mediaType: 'application/json' })
  },
})
