import { createHash } from 'node:crypto'
import type { TokenFault } from '@/lib/access/token-faults'
import { readWithoutTenant } from '@/lib/db/read-scope'
import { organizationIdOf } from '@/lib/db/repositories/directory'
import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor, Role } from '@/lib/model/actor'
import { type AccessGrant, newGrant, signAccessToken } from './access-token'
import { type Judged, judgeToken } from './judge-token'
import { readJwt } from './jwt-text'
import { logRefusedToken } from './refused-token'
import type { RequestOrigin } from './request-origin'
import { isWithin } from './role-within'

const EXCHANGED_SECONDS = 900
/** Longer than the 60 s by which a token may be late. */
const REMEMBERED_LONGER_MS = 120_000

type Wanted = {
  subjectToken: string
  /** The organization's name in addresses. */
  organization: string
  /** Null for what the trust rule gives. */
  role: Role | null
}
export type Exchanged = { accessToken: string; role: Role; expiresIn: number }

/** One line for whatever is wrong with it; the reason is in the organization's log of decisions. */
const refusal = (reason: string) =>
  new AppError('unauthenticated', { detail: 'The subject token is not accepted.', reason: `token exchange: ${reason}` })

/**
 * Exchanges a token of a trusted issuer for an access token of 15 minutes (RFC 8693), for one organization and one role.
 * Throws `unauthenticated`, the same for every fault of the token and for an organization that is none, and `invalid`
 * (scope) when more is asked for than the trust rule gives.
 */
export async function exchangeToken(wanted: Wanted, origin: RequestOrigin, now = new Date()): Promise<Exchanged> {
  const organizationId = await readWithoutTenant((tx) => organizationIdOf(tx, wanted.organization))
  if (organizationId === null) throw refusal('no such organization')
  const jwt = readJwt(wanted.subjectToken)
  const refuse = async (reason: TokenFault) => {
    await logRefusedToken(organizationId, { jwt, reason, origin, at: now })
    return refusal(reason)
  }
  if (jwt === null) throw await refuse('token-malformed')
  const rules = await forOrganization(organizationId, ({ trustRules }) => trustRules.list())
  const judged = await judgeToken(wanted.subjectToken, jwt, rules, now)
  if (typeof judged === 'string') throw await refuse(judged)
  const chosen = judged.find(({ rule }) => wanted.role === null || isWithin(wanted.role, rule.role))
  if (!chosen) throw beyondRule()
  const grant = newGrant(organizationId, wanted.role ?? chosen.rule.role, EXCHANGED_SECONDS, now)
  const accessToken = await signAccessToken(grant)
  const fault = await keep(grant, chosen, hashOf(jwt.signed), origin, now)
  if (fault) throw await refuse(fault)
  return { accessToken, role: grant.role, expiresIn: EXCHANGED_SECONDS }
}

const beyondRule = () => {
  const reason = 'asks for more than the trust rule gives'
  return new AppError('invalid', { detail: `scope: ${reason}`, problems: [{ field: 'scope', reason }] })
}

/** Of what was signed, because the same signature can be written in several ways (r, s and r, −s for ES256). */
const hashOf = (signed: string): string => createHash('sha256').update(signed).digest('hex')

/** Keeps what was issued and takes a one-use token out of use; else nothing is kept, because the rule or token is gone. */
function keep(
  grant: AccessGrant,
  { rule, token }: Judged,
  tokenHash: string,
  origin: RequestOrigin,
  now: Date,
): Promise<TokenFault | null> {
  const { organizationId, ...row } = grant
  const subject = `${token.subject} (${rule.name})`
  return forOrganization(organizationId, async ({ usedTokens, accessTokens, trustRules, audit }) => {
    if (!(await trustRules.touch(rule.id, now))) return 'no-rule'
    const until = new Date(token.expiresAt.getTime() + REMEMBERED_LONGER_MS)
    if (rule.oneUse && !(await usedTokens.take(tokenHash, until, now))) return 'token-used-before'
    await accessTokens.add({ ...row, subject, trustRuleId: rule.id })
    await audit.append(machineOf(grant, subject, origin), {
      action: 'token.exchanged',
      subject: grant.id,
      detail: {
        rule: rule.name,
        ruleId: rule.id,
        issuer: rule.issuer,
        subject: token.subject,
        role: grant.role,
        expiresAt: grant.expiresAt.toISOString(),
      },
    })
    return null
  })
}

const machineOf = ({ id }: AccessGrant, name: string, { address, devicePosture }: RequestOrigin): Actor => ({
  kind: 'machine',
  userId: null,
  name,
  memberships: [],
  context: { ...LOCAL_CONTEXT, method: 'token', sessionId: id, address, devicePosture },
})
