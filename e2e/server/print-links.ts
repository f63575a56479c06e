import { resolve } from 'node:path'
import { operator } from '@/lib/auth/operator'
import { issueSignInLink } from '@/lib/auth/sign-in-link'
import { withDatabase } from '@/lib/cli/with-database'
import { overrideEnv } from '@/lib/env'
import { putMember } from '@/lib/services/put-member'
import type { Seat } from './sessions'

// What `proofline link` does, for many people in one process: starting one takes longer than all of its work.
const [data = '', asked = '[]'] = process.argv.slice(2)
overrideEnv({ dataDir: resolve(data) })
const paths = await withDatabase(async () => {
  const actor = await operator()
  const made: string[] = []
  for (const { org, role, email } of JSON.parse(asked) as Seat[]) {
    const { userId } = await putMember(actor, { org, email, name: email, role })
    made.push(await issueSignInLink(userId))
  }
  return made
})
console.log(JSON.stringify(paths))
