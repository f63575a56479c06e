import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ReportStyle, ReportStyleInput } from '@/lib/model/report-style'
import { Slug } from '@/lib/model/slug'
import { getReportStyle } from '@/lib/services/get-report-style'
import { putReportStyle } from '@/lib/services/put-report-style'

const params = z.object({ org: Slug })
const tag = 'Reports'

export const GET = route({
  tag,
  summary: 'Read how the organization’s reports look',
  params,
  output: ReportStyle,
  handler: ({ actor, params: { org } }) => getReportStyle(actor, { org }),
})

export const PUT = route({
  tag,
  summary: 'Set the name and colour of reports; a colour that cannot be read on white is refused',
  params,
  body: ReportStyleInput,
  output: ReportStyle,
  handler: ({ actor, params: { org }, body }) => putReportStyle(actor, { org, style: body }),
})
