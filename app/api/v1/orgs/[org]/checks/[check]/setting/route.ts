import { z } from 'zod'
import { route } from '@/lib/http/route'
import { CheckFacts } from '@/lib/model/check'
import { CheckSetting, CheckSettingInput } from '@/lib/model/check-view'
import { Slug } from '@/lib/model/slug'
import { putCheckSetting } from '@/lib/services/put-check-setting'

export const PUT = route({
  tag: 'Posture',
  summary: "Set a check's threshold or severity for the organization",
  params: z.object({ org: Slug, check: CheckFacts.shape.id }),
  body: CheckSettingInput,
  output: CheckSetting,
  handler: ({ actor, params: { org, check }, body }) => putCheckSetting(actor, { org, id: check, setting: body }),
})
