import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Removal, RemovalConfirmation } from '@/lib/model/removal'
import { Slug } from '@/lib/model/slug'
import { removeRecords } from '@/lib/services/remove-records'

export const POST = route({
  tag: 'Retention',
  summary:
    'Remove exactly what a report says; answered as `removing` after a while, to be asked again until it is `done`',
  params: z.object({ org: Slug, id: z.uuid() }),
  body: RemovalConfirmation,
  output: Removal,
  handler: ({ actor, params, body }) => removeRecords(actor, { ...params, ...body }),
})
