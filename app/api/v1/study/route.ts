import { route } from '@/lib/http/route'
import { Study } from '@/lib/model/study'
import { computeStudy } from '@/lib/services/compute-study'

export const GET = route({
  tag: 'Study',
  summary: 'The synthetic study over your organizations, beside the published averages',
  output: Study,
  handler: ({ actor }) => computeStudy(actor),
})
