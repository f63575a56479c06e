import { generateRegistrationOptions } from '@simplewebauthn/server'
import { userNamed } from '@/lib/db/repositories/own-sessions'
import { passkeys } from '@/lib/db/repositories/passkeys'
import { withoutTenant } from '@/lib/db/scope'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { CeremonyOptions } from '@/lib/model/passkey-response'
import { authorizeSelf } from './authorize'
import { ownPerson } from './own-person'
import { issueChallenge } from './passkey-challenge'
import { CEREMONY_MS, PASSKEY_ALGORITHMS, relyingParty, userHandleOf } from './passkey-relying-party'

/** More would be a list that nobody keeps in order. */
const MOST_PASSKEYS = 20

/**
 * What a browser needs to make a passkey for the actor (PublicKeyCredentialCreationOptionsJSON): found without a name
 * being typed, with user verification, and not on an authenticator that holds one of theirs already. Throws step-up,
 * forbidden, and conflict when there are too many.
 */
export async function startPasskey(actor: Actor, now = new Date()): Promise<CeremonyOptions> {
  await authorizeSelf(actor, 'passkey:add')
  const { userId, sessionId } = ownPerson(actor)
  const [person, own] = await withoutTenant(
    async (tx) => [await userNamed(tx, userId), await passkeys(tx).storedOf(userId)] as const,
  )
  if (!person) throw new AppError('unauthenticated')
  if (own.length >= MOST_PASSKEYS) {
    throw new AppError('conflict', { detail: `You have ${MOST_PASSKEYS} passkeys already. Remove one first.` })
  }
  const { id, name } = relyingParty()
  const options = await generateRegistrationOptions({
    rpName: name,
    rpID: id,
    userID: userHandleOf(userId),
    userName: person.email,
    userDisplayName: person.name,
    challenge: Buffer.from(await issueChallenge({ kind: 'register', userId, sessionId }, now), 'base64url'),
    timeout: CEREMONY_MS,
    attestationType: 'none',
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
  })
  return { ...options }
}
