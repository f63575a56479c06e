import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import type { TrustRule } from '@/lib/model/trust-rule'
import { guardedFetch } from '@/lib/sources/outbound/guarded-fetch'
import { ForeignJwk } from './verification-jwk'

type Source = Pick<TrustRule, 'kind' | 'issuer' | 'jwksUrl' | 'jwks'>
type Kept = { at: number; keys: Promise<ForeignJwk[]>; failed: boolean }

const FRESH_MS = 10 * 60_000
/** An issuer that is down is not asked by every request, and not forgotten for long. */
const FAILED_MS = 10_000
/** An unknown key may be a new one; whoever makes keys up must not make us ask more often. */
const ASK_AGAIN_MS = 60_000
const MOST_SOURCES = 500
const MOST_KEYS = 100

const kept = new Map<string, Kept>()

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.string() })
const KeySet = z.object({ keys: z.array(z.unknown()).max(MOST_KEYS) })

/**
 * The keys of a rule's issuer that carry this id: those the rule holds, those at its address, or those that discovery
 * names (OpenID Connect Discovery 1.0 §4). Kept for ten minutes; asked for again, at most once a minute, when the id is
 * not among them. Throws `unavailable` or `invalid` when the issuer cannot be asked or is another than it says.
 */
export async function issuerKeys(rule: Source, kid: string, now = Date.now()): Promise<ForeignJwk[]> {
  const named = (keys: readonly ForeignJwk[]) => keys.filter((key) => key.kid === kid)
  if (rule.jwks) return named(keysIn(rule.jwks))
  const found = named(await keysOf(rule, FRESH_MS, now))
  return found.length > 0 ? found : named(await keysOf(rule, ASK_AGAIN_MS, now))
}

function keysOf(rule: Source, maxAgeMs: number, now: number): Promise<ForeignJwk[]> {
  const source = JSON.stringify([rule.jwksUrl === null ? 'issuer' : 'keys', rule.jwksUrl ?? rule.issuer])
  const known = kept.get(source)
  if (known && now - known.at < (known.failed ? FAILED_MS : maxAgeMs)) return known.keys
  const asked: Kept = { at: now, keys: readKeys(rule), failed: false }
  asked.keys.catch(() => {
    asked.failed = true
  })
  kept.delete(source)
  kept.set(source, asked)
  const [oldest] = kept.keys()
  if (kept.size > MOST_SOURCES && oldest !== undefined) kept.delete(oldest)
  return asked.keys
}

async function readKeys({ kind, issuer, jwksUrl }: Source): Promise<ForeignJwk[]> {
  if (jwksUrl !== null) return keysIn(await json(jwksUrl))
  if (kind === 'spiffe') throw new AppError('invalid', { reason: `the trust domain ${issuer} names no keys` })
  const parsed = Discovery.safeParse(await json(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
  if (!parsed.success) throw new AppError('unavailable', { reason: `${issuer} does not describe itself` })
  // §4.3: to the letter; otherwise one issuer could speak for another.
  if (parsed.data.issuer !== issuer) {
    throw new AppError('invalid', { reason: `${issuer} calls itself ${parsed.data.issuer}` })
  }
  return keysIn(await json(parsed.data.jwks_uri))
}

async function json(url: string): Promise<unknown> {
  const answer = await guardedFetch(url, { headers: { accept: 'application/json' }, timeoutMs: 5_000 })
  if (answer.status !== 200) throw new AppError('unavailable', { reason: `${url} answers ${answer.status}` })
  return answer.json().catch((cause: unknown) => {
    throw new AppError('unavailable', { reason: `${url} answers no JSON`, cause })
  })
}

/** Keys of other kinds stand in the same sets, such as those of X.509 authorities; what is no signing key is left out. */
function keysIn(value: unknown): ForeignJwk[] {
  const parsed = KeySet.safeParse(value)
  if (!parsed.success) throw new AppError('unavailable', { reason: 'the issuer gives no key set' })
  return parsed.data.keys.flatMap((key) => {
    const one = ForeignJwk.safeParse(key)
    return one.success ? [one.data] : []
  })
}
