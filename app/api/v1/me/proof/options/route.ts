import { z } from 'zod'
import { route } from '@/lib/http/route'
import { ProofProvider } from '@/lib/model/account'
import { CeremonyOptions } from '@/lib/model/passkey-response'
import { startProof } from '@/lib/services/start-proof'

export const POST = route({
  tag: 'Your account',
  summary: 'Ask in which ways you can prove anew who you are',
  output: z.object({ options: CeremonyOptions.nullable(), providers: z.array(ProofProvider) }),
  handler: ({ actor }) => startProof(actor),
})
