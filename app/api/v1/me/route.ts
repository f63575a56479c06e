import { route } from '@/lib/http/route'
import { Account } from '@/lib/model/account'
import { getAccount } from '@/lib/services/get-account'

export const GET = route({
  tag: 'Your account',
  summary: 'Read who you are, how you proved it and your role in each organization',
  output: Account,
  handler: ({ actor }) => getAccount(actor),
})
