import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { providersOf } from '@/lib/db/repositories/own-sessions'
import { passkeys } from '@/lib/db/repositories/passkeys'
import { withoutTenant } from '@/lib/db/scope'
import type { ProofProvider } from '@/lib/model/account'
import type { Actor } from '@/lib/model/actor'
import type { CeremonyOptions } from '@/lib/model/passkey-response'
import { ownPerson } from './own-person'
import { issueChallenge } from './passkey-challenge'
import { CEREMONY_MS, relyingParty } from './passkey-relying-party'

/** The ways in which somebody can prove anew who they are. `options` is null while they have no passkey. */
export type ProofWays = { options: CeremonyOptions | null; providers: ProofProvider[] }

/**
 * What a browser needs to let one of the actor's own passkeys confirm that it is them, in this session. No policy is
 * asked: this is how what the policy asks for is given. Throws forbidden for tokens.
 */
export async function startProof(actor: Actor, now = new Date()): Promise<ProofWays> {
  const { userId, sessionId } = ownPerson(actor)
  const { own, providers } = await withoutTenant(async (tx) => ({
    own: await passkeys(tx).storedOf(userId),
    providers: await providersOf(tx, userId),
  }))
  if (own.length === 0) return { options: null, providers }
  const challenge = await issueChallenge({ kind: 'step-up', userId, sessionId }, now)
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: Buffer.from(challenge, 'base64url'),
    allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    timeout: CEREMONY_MS,
    userVerification: 'required',
  })
  return { options: { ...options }, providers }
}
