import { z } from 'zod'
import { requestOrigin } from '@/lib/auth/request-origin'
import { route } from '@/lib/http/route'
import { Passkey, PasskeyName } from '@/lib/model/passkey'
import { RegistrationResponse } from '@/lib/model/passkey-response'
import { addPasskey } from '@/lib/services/add-passkey'
import { listPasskeys } from '@/lib/services/list-passkeys'

const tag = 'Your account'

export const GET = route({
  tag,
  summary: 'List your passkeys',
  output: z.object({ items: z.array(Passkey) }),
  handler: async ({ actor }) => ({ items: await listPasskeys(actor) }),
})

export const POST = route({
  tag,
  summary: 'Add a passkey that your browser has just made',
  body: z.object({ response: RegistrationResponse, name: PasskeyName.optional() }),
  output: Passkey,
  status: 201,
  handler: ({ actor, body, request }) =>
    addPasskey(actor, { ...body, userAgent: requestOrigin(request.headers).userAgent }),
})
