import { resolve } from 'node:path'
import { operator } from '@/lib/auth/operator'
import { openSession, passkeyProof } from '@/lib/auth/session'
import { sessionCookie, unsealSession } from '@/lib/auth/session-cookie'
import { withDatabase } from '@/lib/cli/with-database'
import { sessions } from '@/lib/db/repositories/sessions'
import { withoutTenant } from '@/lib/db/scope'
import { overrideEnv } from '@/lib/env'
import { putMember } from '@/lib/services/put-member'
import type { ProvenSeat } from './proven'
import { USER_AGENT } from './user-agent'

const HOUR = 3_600_000
const origin = { address: null, devicePosture: null, userAgent: USER_AGENT } as const

// Sessions as a passkey opens them, for many people in one process and without a browser for each; also those that have
// ended. Prints what to send as cookies, in the order asked for.
const [data = '', asked = '[]'] = process.argv.slice(2)
overrideEnv({ dataDir: resolve(data) })

async function cookieFor(userId: string, state: ProvenSeat['state']): Promise<string> {
  const began = new Date(Date.now() - (state === 'expired' ? 9 * HOUR : 0))
  const value = await openSession(userId, passkeyProof(began), origin, began)
  const opened = await unsealSession(value)
  if (state === 'revoked' && opened) await withoutTenant((tx) => sessions(tx).revoke(opened.sessionId, new Date()))
  return `${sessionCookie()}=${value}`
}

const cookies = await withDatabase(async () => {
  const actor = await operator()
  const made: string[] = []
  for (const { org, role, email, state } of JSON.parse(asked) as ProvenSeat[]) {
    const { userId } = await putMember(actor, { org, email, name: email, role })
    made.push(await cookieFor(userId, state))
  }
  return made
})
console.log(JSON.stringify(cookies))
