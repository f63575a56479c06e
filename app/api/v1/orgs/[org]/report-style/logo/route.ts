import { z } from 'zod'
import { requestContent } from '@/lib/http/request-content'
import { route } from '@/lib/http/route'
import { ReportStyle } from '@/lib/model/report-style'
import { Slug } from '@/lib/model/slug'
import { readReportLogo } from '@/lib/services/get-report-style'
import { removeReportLogo } from '@/lib/services/remove-report-logo'
import { setReportLogo } from '@/lib/services/set-report-logo'

const params = z.object({ org: Slug })
const tag = 'Reports'

export const GET = route({
  tag,
  summary: 'Read the logo of reports after its SHA-256 was compared; 204 where none is set',
  params,
  download: 'application/octet-stream',
  output: z.void(),
  handler: async ({ actor, params: { org } }) => {
    const logo = await readReportLogo(actor, { org })
    if (logo === null) return new Response(null, { status: 204 })
    return new Response(new Uint8Array(logo.content), { headers: { 'content-type': logo.mediaType } })
  },
})

export const PUT = route({
  tag,
  summary: 'Set the logo of reports: the body is a PNG or JPEG of at most 512 KiB, judged by its bytes',
  params,
  stream: '*/*',
  output: ReportStyle,
  handler: ({ actor, params: { org }, request }) =>
    setReportLogo(actor, { org, content: requestContent(request).content }),
})

export const DELETE = route({
  tag,
  summary: 'Remove the logo of reports',
  params,
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { org } }) => removeReportLogo(actor, { org }),
})
