import { z } from 'zod'
import { uploadChunks } from '@/lib/http/file-upload'
import { planAnswer } from '@/lib/http/plan-answer'
import { route } from '@/lib/http/route'
import { Connection } from '@/lib/model/connection'
import { GateOptions, PlanFormat, PlanReport } from '@/lib/model/plan-report'
import { Slug } from '@/lib/model/slug'
import { acceptPlan } from '@/lib/services/accept-plan'

const FILE = {
  media: /^application\/(json|octet-stream)\b/i,
  named: 'application/json',
  limitBytes: 512 * 1024 * 1024,
  otherwise: 'Judge it where Proofline runs with "proofline gate", which takes files of any size.',
}
const flag = z.stringbool().default(false)

export const POST = route({
  tag: 'Plans',
  summary: 'Hand in a Terraform plan or state (terraform show -json) of at most 512 MiB; with dryRun nothing is kept',
  params: z.object({ org: Slug }),
  query: GateOptions.extend({
    connection: Connection.shape.name.default('terraform'),
    dryRun: flag,
    allowUnknown: flag,
    format: PlanFormat.default('json'),
  }),
  stream: 'application/json',
  output: PlanReport,
  handler: async ({ actor, params: { org }, query: { connection, dryRun, format, ...gate }, request }) => {
    const trigger = actor.kind === 'person' ? ('upload' as const) : ('pipeline' as const)
    const chunks = uploadChunks(request, FILE)
    return planAnswer(await acceptPlan(actor, { org, chunks, connection, record: !dryRun, trigger, gate }), format)
  },
})
