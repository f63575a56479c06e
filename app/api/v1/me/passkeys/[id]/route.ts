import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Passkey, PasskeyChange } from '@/lib/model/passkey'
import { removePasskey } from '@/lib/services/remove-passkey'
import { renamePasskey } from '@/lib/services/rename-passkey'

const params = z.object({ id: z.uuid() })
const tag = 'Your account'

export const PATCH = route({
  tag,
  summary: 'Rename one of your passkeys',
  params,
  body: PasskeyChange,
  output: Passkey,
  handler: ({ actor, params: { id }, body }) => renamePasskey(actor, { id, ...body }),
})

export const DELETE = route({
  tag,
  summary: 'Remove one of your passkeys; the last way to sign in only with evenLast=true',
  params,
  query: z.object({ evenLast: z.stringbool().default(false) }),
  output: z.void(),
  status: 204,
  handler: ({ actor, params: { id }, query }) => removePasskey(actor, { id, ...query }),
})
