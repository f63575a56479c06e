import { route } from '@/lib/http/route'
import { CeremonyOptions } from '@/lib/model/passkey-response'
import { startPasskey } from '@/lib/services/start-passkey'

export const POST = route({
  tag: 'Your account',
  summary: 'Ask for what a browser needs to make a passkey for you',
  output: CeremonyOptions,
  handler: ({ actor }) => startPasskey(actor),
})
