import { beginExchange, organizationsToRewrap, resealInstallation } from '@/lib/db/keys/exchange'
import { keySource, keyUsage } from '@/lib/db/keys/key-usage'
import type { Actor } from '@/lib/model/actor'
import { requireOperator } from './require-operator'
import { rewrapOrganizationKeys } from './rewrap-organization-keys'

export type KeyRotation = {
  /** The key that seals from now on. */
  key: string
  /** Whether it was made now; false where an operator keeps the list, and when an earlier rotation was only finished. */
  made: boolean
  source: string
  /** How many were under another key. */
  rewrapped: { dataKeys: number; signingKeys: number; identityProviders: number }
}

/**
 * Lets a new key of the installation seal, and puts under it whatever another one sealed. Everything stays readable
 * meanwhile, and what was cut short is finished by the next call. Throws forbidden unless the actor owns the machine.
 */
export async function rotateKeys(actor: Actor): Promise<KeyRotation> {
  requireOperator(actor)
  const ids = actor.memberships.map(({ organizationId }) => organizationId)
  const { ref, made } = await beginExchange(await keyUsage(ids))
  const secrets = await resealInstallation()
  const stale = await organizationsToRewrap(ids)
  let dataKeys = 0
  for (const { organizationId, slug } of actor.memberships) {
    if (stale.has(organizationId)) dataKeys += await rewrapOrganizationKeys(actor, slug)
  }
  const rewrapped = { dataKeys, signingKeys: secrets['signing-key'], identityProviders: secrets['identity-provider'] }
  return { key: ref, made, source: keySource(), rewrapped }
}
