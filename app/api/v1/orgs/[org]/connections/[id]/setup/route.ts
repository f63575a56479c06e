import { z } from 'zod'
import { route } from '@/lib/http/route'
import { textDownload } from '@/lib/http/text-download'
import { ConnectionSetup } from '@/lib/model/connection-setup'
import { Slug } from '@/lib/model/slug'
import { getConnectionSetup, getSetupFile } from '@/lib/services/connection-setup'

export const GET = route({
  tag: 'Connections',
  summary: 'Say what has to be done at a source so that it may be read; with `file` that file alone',
  params: z.object({ org: Slug, id: z.uuid() }),
  query: z.object({ file: z.string().max(40).optional() }),
  output: ConnectionSetup,
  handler: async ({ actor, params, query: { file } }) => {
    if (file === undefined) return getConnectionSetup(actor, params)
    const { text, fileName, mediaType } = await getSetupFile(actor, { ...params, file })
    return textDownload(one(text), fileName, `${mediaType}; charset=utf-8`)
  },
})

async function* one(text: string): AsyncGenerator<string> {
  yield text
}
