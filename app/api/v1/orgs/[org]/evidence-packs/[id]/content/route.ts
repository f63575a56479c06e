import { z } from 'zod'
import { packDownload } from '@/lib/http/pack-download'
import { route } from '@/lib/http/route'
import { Slug } from '@/lib/model/slug'
import { readPack } from '@/lib/services/read-pack'

export const GET = route({
  tag: 'Evidence packs',
  summary: 'Download a finished evidence pack as a ZIP; the download is written down',
  params: z.object({ org: Slug, id: z.uuid() }),
  download: 'application/zip',
  output: z.void(),
  handler: async ({ actor, params }) => packDownload(await readPack(actor, params)),
})
