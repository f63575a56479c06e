import { createHash, randomBytes } from 'node:crypto'
import { signInLinks } from '@/lib/db/repositories/sign-in-links'
import { withoutTenant } from '@/lib/db/scope'

/** How long a link waits for its one use. */
export const SIGN_IN_LINK_MS = 15 * 60_000

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A path that signs one person in once within 15 minutes. Only its SHA-256 is kept. */
export async function issueSignInLink(userId: string, now = new Date()): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await withoutTenant((tx) =>
    signInLinks(tx).add(hashOf(token), userId, now, new Date(now.getTime() + SIGN_IN_LINK_MS)),
  )
  return `/sign-in/link?token=${token}`
}

/** The person a link signs in, who can use it no second time; null when it is unknown, used or expired. */
export const takeSignInLink = (token: string, now = new Date()): Promise<string | null> =>
  withoutTenant((tx) => signInLinks(tx).take(hashOf(token), now))
