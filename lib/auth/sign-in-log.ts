import { knownSecrets } from '@/lib/env/known-secrets'
import { redact } from '@/lib/kernel/redact'
import type { OidcParty } from './oidc-exchange'
import type { RequestOrigin } from './request-origin'

type Attempt = {
  /** `error` for what is ours to mend, `warn` for a sign-in that did not hold. */
  level: 'warn' | 'error'
  /** A code of ours or of next-auth's. */
  reason: string
  /** What was thrown; of this only messages are kept, never claims, tokens or cookies. */
  cause?: unknown
  origin: RequestOrigin
  party: OidcParty | null
}

const LONGEST = 300

/** One JSON line on standard error per single sign-on or link that was refused: why, by which provider, and from where. */
export function logRefusedSignIn({ level, reason, cause, origin, party }: Attempt): void {
  const line = {
    level,
    at: new Date().toISOString(),
    event: 'sign-in.refused',
    reason,
    because: messageOf(cause),
    provider: party?.provider.id ?? null,
    address: origin.address,
  }
  process.stderr.write(`${JSON.stringify(redact(line, knownSecrets()))}\n`)
}

/** The innermost message there is: next-auth wraps what went wrong in errors of its own. */
function messageOf(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null) return null
  if ('error' in cause && cause.error !== cause) return messageOf(cause.error)
  return 'message' in cause && typeof cause.message === 'string' ? cause.message.slice(0, LONGEST) : null
}
