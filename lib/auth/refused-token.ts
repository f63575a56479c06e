import type { TokenFault } from '@/lib/access/token-faults'
import { appendDecisions } from '@/lib/db/repositories/access-decisions'
import { forOrganizations } from '@/lib/db/scope'
import { plainText } from '@/lib/evidence/plain-json'
import { newId } from '@/lib/kernel/id'
import type { JwtText } from './jwt-text'
import type { RequestOrigin } from './request-origin'

type RefusedToken = { jwt: JwtText | null; reason: TokenFault; origin: RequestOrigin; at: Date }

const LONGEST = 300

/** What the token claims, for people to recognise it by: never the token, and nothing of it is believed. */
const claimed = (value: unknown): string | null =>
  typeof value === 'string' ? plainText(value).slice(0, LONGEST) : null

/** Writes a refused exchange into the organization's log of decisions, with what the token claimed to be. */
export async function logRefusedToken(
  organizationId: string,
  { jwt, reason, origin, at }: RefusedToken,
): Promise<void> {
  const { iss, sub } = jwt?.payload ?? {}
  const [issuer, subject] = [claimed(iss), claimed(sub)]
  await forOrganizations([organizationId], (tx) =>
    appendDecisions(tx, [
      {
        organizationId,
        id: newId(),
        at,
        actorKind: 'machine',
        actorId: null,
        actorName: subject ?? 'unknown',
        sessionId: null,
        address: origin.address,
        action: 'token:exchange',
        effect: 'deny',
        reasons: [reason],
        sampled: false,
        policy: 'trust-rules',
        input: { claimed: { issuer, subject } },
      },
    ]),
  )
}
