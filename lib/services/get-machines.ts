import { env } from '@/lib/env'
import type { AccessToken } from '@/lib/model/access-token'
import type { Actor } from '@/lib/model/actor'
import type { TrustRule } from '@/lib/model/trust-rule'
import { listAccessTokens } from './list-access-tokens'
import { listTrustRules } from './list-trust-rules'

export type Machines = {
  rules: TrustRule[]
  /** Those that hold now. */
  tokens: AccessToken[]
  /** The origin that machines find this installation under. */
  url: string
}

/** Which machines may get in, and which are in. Throws not-found, forbidden. */
export async function getMachines(actor: Actor, { org }: { org: string }): Promise<Machines> {
  const [rules, tokens] = await Promise.all([listTrustRules(actor, { org }), listAccessTokens(actor, { org })])
  return { rules, tokens, url: env().url }
}
