import type { TokenFault } from '@/lib/access/token-faults'
import type { TrustRule } from '@/lib/model/trust-rule'
import { issuerKeys } from './issuer-keys'
import type { JwtText } from './jwt-text'
import { trustDomainOf } from './spiffe'
import { headerOf, signatureFault, type TrustedToken, trustedClaims } from './trusted-token'

export type Judged = { rule: TrustRule; token: TrustedToken }

const isFault = <T extends object>(answer: T | TokenFault): answer is TokenFault => typeof answer === 'string'

/** Whether a rule is about the issuer or trust domain that a token claims to be from. */
const concerns = ({ kind, issuer }: TrustRule, { payload }: JwtText): boolean =>
  (kind === 'spiffe' ? trustDomainOf(payload.sub) : payload.iss) === issuer

/** The most exact first: without `*`, then the longest; equals in the order of their ids, which is that of their dates. */
const byExactness = (a: TrustRule, b: TrustRule): number =>
  Number(a.subjectPattern.includes('*')) - Number(b.subjectPattern.includes('*')) ||
  b.subjectPattern.length - a.subjectPattern.length ||
  a.id.localeCompare(b.id)

/**
 * The rules under which a token is to be believed, the most exact first, each with what it says; else the first rule's
 * reason against it. The token's own words choose which rules are asked, and nothing more.
 */
export async function judgeToken(
  text: string,
  jwt: JwtText,
  rules: readonly TrustRule[],
  now: Date,
): Promise<Judged[] | TokenFault> {
  const accepted: Judged[] = []
  let refused: TokenFault = 'no-rule'
  for (const rule of rules.filter((one) => concerns(one, jwt)).sort(byExactness)) {
    const answer = await judge(text, jwt, rule, now)
    if (typeof answer !== 'string') accepted.push({ rule, token: answer })
    else if (refused === 'no-rule') refused = answer
  }
  return accepted.length > 0 ? accepted : refused
}

async function judge(text: string, jwt: JwtText, rule: TrustRule, now: Date): Promise<TrustedToken | TokenFault> {
  const header = headerOf(jwt, rule)
  if (isFault(header)) return header
  const keys = await issuerKeys(rule, header.kid, now.getTime()).catch(() => null)
  if (keys === null) return 'keys-unavailable'
  // Two keys of one name leave open which was meant.
  const [key, ...others] = keys
  if (!key || others.length > 0) return 'key-unknown'
  return (await signatureFault(text, header.alg, key)) ?? trustedClaims(jwt, rule, now)
}
