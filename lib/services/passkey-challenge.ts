import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type ChallengeUse, challenges } from '@/lib/db/repositories/challenges'
import { withoutTenant } from '@/lib/db/scope'
import { passkeyRefused } from './passkey-refused'
import { CEREMONY_MS } from './passkey-relying-party'

const ClientData = z.object({ challenge: z.string().min(1).max(200) })

/** 32 random bytes in base64url to be signed once, within five minutes, for one purpose and by one person or session. */
export async function issueChallenge(use: ChallengeUse, now: Date): Promise<string> {
  const challenge = randomBytes(32).toString('base64url')
  await withoutTenant((tx) => challenges(tx).add(challenge, use, now, new Date(now.getTime() + CEREMONY_MS)))
  return challenge
}

/**
 * The challenge that an answer says it answers, used up from here on whatever else is wrong with the answer. Throws as
 * `passkeyRefused` when it was not given for this use or can no longer be answered.
 */
export async function takeChallenge(clientDataJSON: string, use: ChallengeUse, now: Date): Promise<string> {
  const challenge = challengeIn(clientDataJSON)
  if (challenge !== null && (await withoutTenant((tx) => challenges(tx).take(challenge, use, now)))) return challenge
  throw passkeyRefused(use.kind, 'the challenge is unknown, used, too old or was given for something else')
}

function challengeIn(clientDataJSON: string): string | null {
  try {
    return ClientData.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))).challenge
  } catch {
    return null
  }
}
