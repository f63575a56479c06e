import { z } from 'zod'
import { route } from '@/lib/http/route'
import { textDownload } from '@/lib/http/text-download'
import { OscalExportQuery, OscalModel } from '@/lib/model/oscal-export'
import { Slug } from '@/lib/model/slug'
import { exportOscal } from '@/lib/services/export-oscal'

const MEDIA = 'application/oscal+json'

export const GET = route({
  tag: 'Exports',
  summary:
    'Export an OSCAL 1.2.2 document of a framework, an assessment or a run; files laid side by side find each other',
  params: z.object({ org: Slug, model: OscalModel }),
  query: OscalExportQuery,
  download: MEDIA,
  output: z.void(),
  handler: async ({ actor, params, query }) => {
    const { pieces, fileName } = await exportOscal(actor, { ...params, ...query })
    return textDownload(pieces, fileName, MEDIA)
  },
})
