import type { RequestOrigin } from './request-origin'
import { actorOfSession } from './session'

/** A proof that is not older than the question: the provider has to ask its person anew (OpenID Connect Core 1.0 §3.1.2.1). */
const FRESH = { prompt: 'login', max_age: '0' } as const

/**
 * What a provider is asked for a fresh proof of whoever is signed in: a new sign-in, in one of the contexts that their
 * organizations accept, so that it can ask for as much as they will. None of it is believed; the answer is looked at.
 */
export async function askedProof(cookie: string | undefined, origin: RequestOrigin): Promise<Record<string, string>> {
  const actor = await actorOfSession(cookie, origin)
  const contexts = new Set(actor?.memberships.flatMap(({ rules }) => rules.acr))
  return contexts.size === 0 ? FRESH : { ...FRESH, acr_values: [...contexts].join(' ') }
}
