import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { readOrganizations } from '@/lib/db/read-scope'
import { organizationNamed } from '@/lib/db/repositories/people'
import { livePublicKey } from '@/lib/db/repositories/signing-keys'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import { type Actor, membershipAs, Role } from '@/lib/model/actor'
import type { RequestOrigin } from './request-origin'
import { ALGORITHM, currentSigningKey, verificationKey } from './signing-key'

const ISSUER = 'proofline'
const AUDIENCE = 'proofline-api'
export const MAX_TTL_SECONDS = 3600

const Claims = z.object({ sub: z.string(), org: z.uuid(), role: Role, iat: z.number() })

/** Signs a short-lived ES256 token for one organization and one role; it cannot be renewed, only asked for again. */
export async function issueAccessToken(grant: {
  organizationId: string
  role: Role
  ttlSeconds: number
}): Promise<string> {
  const { kid, key } = await currentSigningKey()
  return new SignJWT({ org: grant.organizationId, role: grant.role })
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(`token:${newId()}`)
    .setIssuedAt()
    .setExpirationTime(`${grant.ttlSeconds}s`)
    .sign(key)
}

/** The actor a bearer token speaks for. Any fault of the token is `unauthenticated`, without saying which. */
export async function actorOfToken(token: string, origin: RequestOrigin): Promise<Actor> {
  try {
    const { kid } = decodeProtectedHeader(token)
    if (!kid) throw new AppError('unauthenticated', { reason: 'token names no key' })
    const key = await verificationKey(kid)
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: 'at+jwt',
    })
    const { sub, org, role, iat } = Claims.parse(payload)
    const [publicJwk, organization] = await readOrganizations([org], (tx) =>
      Promise.all([livePublicKey(tx, 'access-token', kid), organizationNamed(tx, org)]),
    )
    if (!publicJwk || !organization) throw new AppError('unauthenticated', { reason: 'key or organization is gone' })
    const startedAt = iat * 1000
    const context = { ...LOCAL_CONTEXT, ...origin, method: 'token' as const, provenAt: startedAt, startedAt }
    const membership = membershipAs(role, organization)
    return { kind: 'machine', userId: null, name: sub, memberships: [membership], context }
  } catch (cause) {
    throw new AppError('unauthenticated', { detail: 'The access token is not valid or has expired.', cause })
  }
}
