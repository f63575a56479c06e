import { decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { RISK_WEIGHTS } from '@/lib/access/risk'
import { readOrganizations } from '@/lib/db/read-scope'
import { accessTokenRepository, type LiveAccessToken, liveAccessToken } from '@/lib/db/repositories/access-tokens'
import { organizationNamed } from '@/lib/db/repositories/people'
import { riskSignals } from '@/lib/db/repositories/risk-signals'
import { livePublicKey } from '@/lib/db/repositories/signing-keys'
import { forOrganizations } from '@/lib/db/scope'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import { type AccessContext, LOCAL_CONTEXT } from '@/lib/model/access-context'
import { type Actor, membershipAs, Role } from '@/lib/model/actor'
import { networkOf } from './network-of'
import type { RequestOrigin } from './request-origin'
import { ALGORITHM, currentSigningKey, verificationKey } from './signing-key'

const ISSUER = 'proofline'
const AUDIENCE = 'proofline-api'
export const MAX_TTL_SECONDS = 3600
const TOUCH_MS = 60_000

const Claims = z.object({ jti: z.uuid(), org: z.uuid(), role: Role, iat: z.number() })

/** What an access token says: one organization, one role, and the row that has to say the same. */
export type AccessGrant = { id: string; organizationId: string; role: Role; issuedAt: Date; expiresAt: Date }

/** The grant of a token that begins now; its dates are whole seconds, as a token's are. */
export function newGrant(organizationId: string, role: Role, ttlSeconds: number, now = new Date()): AccessGrant {
  const seconds = Math.floor(now.getTime() / 1000)
  const [issuedAt, expiresAt] = [new Date(seconds * 1000), new Date((seconds + ttlSeconds) * 1000)]
  return { id: newId(), organizationId, role, issuedAt, expiresAt }
}

/** Signs a grant with ES256 (RFC 9068). It is worth nothing until its row is there. */
export async function signAccessToken({ id, organizationId, role, issuedAt, expiresAt }: AccessGrant): Promise<string> {
  const { kid, key } = await currentSigningKey()
  return new SignJWT({ org: organizationId, role })
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(`token:${id}`)
    .setJti(id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key)
}

/**
 * The actor a bearer token speaks for, asked of the database on every request: a revoked token, a retired key and a
 * removed organization count at once. Any fault of the token is `unauthenticated`, without saying which.
 */
export async function actorOfToken(token: string, origin: RequestOrigin, now = new Date()): Promise<Actor> {
  try {
    const { jti, org, role, iat, kid } = await claimsOf(token, now)
    const [publicJwk, organization, row] = await readOrganizations([org], (tx) =>
      Promise.all([
        livePublicKey(tx, 'access-token', kid),
        organizationNamed(tx, org),
        liveAccessToken(tx, org, jti, now),
      ]),
    )
    if (!publicJwk || !organization) throw new AppError('unauthenticated', { reason: 'key or organization is gone' })
    if (row?.role !== role) throw new AppError('unauthenticated', { reason: 'token is revoked or was never issued' })
    const risk = await noticeUse({ organizationId: org, id: jti, row }, origin.address, now)
    const context = contextOf(jti, iat * 1000, risk, origin)
    return {
      kind: 'machine',
      userId: null,
      name: row.subject,
      memberships: [membershipAs(role, organization)],
      context,
    }
  } catch (cause) {
    const reason = cause instanceof AppError ? cause.reason : undefined
    throw new AppError('unauthenticated', { detail: 'The access token is not valid or has expired.', reason, cause })
  }
}

async function claimsOf(token: string, now: Date): Promise<z.infer<typeof Claims> & { kid: string }> {
  const { kid } = decodeProtectedHeader(token)
  if (!kid) throw new AppError('unauthenticated', { reason: 'token names no key' })
  const { payload }: { payload: JWTPayload } = await jwtVerify(token, await verificationKey(kid), {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience: AUDIENCE,
    typ: 'at+jwt',
    currentDate: now,
  })
  return { ...Claims.parse(payload), kid }
}

type Use = { organizationId: string; id: string; row: LiveAccessToken }

/** Keeps when and from where a token is used; a second network is held against it. Returns what speaks against it now. */
async function noticeUse({ organizationId, id, row }: Use, address: string | null, now: Date): Promise<number> {
  const network = networkOf(address)
  const isFresh = row.lastUsedAt !== null && now.getTime() - row.lastUsedAt.getTime() < TOUCH_MS
  if (isFresh && (network === null || network === row.network)) return row.risk
  return forOrganizations([organizationId], async (tx) => {
    const first = await accessTokenRepository(tx, organizationId).touch(id, network, now)
    if (network === null || network === first) return row.risk
    await riskSignals(tx).add({ id, userId: null }, 'token-two-networks', { first, second: network }, now)
    return row.risk + RISK_WEIGHTS['token-two-networks']
  })
}

const contextOf = (tokenId: string, startedAt: number, risk: number, origin: RequestOrigin): AccessContext => ({
  ...LOCAL_CONTEXT,
  method: 'token',
  provenAt: startedAt,
  startedAt,
  sessionId: tokenId,
  address: origin.address,
  devicePosture: origin.devicePosture,
  risk: Math.round(risk),
})
