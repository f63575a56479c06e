import { openRoute } from '@/lib/http/open-route'
import { CeremonyOptions } from '@/lib/model/passkey-response'
import { startPasskeySignIn } from '@/lib/services/start-passkey-sign-in'

export const POST = openRoute({
  tag: 'Signing in',
  summary: 'Ask for what a browser needs to sign somebody in with a passkey',
  output: CeremonyOptions,
  handler: () => startPasskeySignIn(),
})
