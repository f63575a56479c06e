import { type VerifiedRegistrationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { passkeys } from '@/lib/db/repositories/passkeys'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Passkey } from '@/lib/model/passkey'
import type { RegistrationResponse } from '@/lib/model/passkey-response'
import { authenticatorName } from '@/lib/presentation/authenticator-name'
import { authorizeSelf } from './authorize'
import { logOwnAct } from './log-own-act'
import { ownPerson } from './own-person'
import { takeChallenge } from './passkey-challenge'
import { passkeyRefused } from './passkey-refused'
import { PASSKEY_ALGORITHMS, relyingParty } from './passkey-relying-party'

type Input = { response: RegistrationResponse; name?: string; userAgent: string | null }

/**
 * Keeps a passkey that the actor's browser has just made, under a name of theirs or of its authenticator. Throws step-up,
 * forbidden, invalid when the browser's answer does not hold (WebAuthn Level 3 §7.1), conflict when it is in use.
 */
export async function addPasskey(actor: Actor, input: Input, now = new Date()): Promise<Passkey> {
  await authorizeSelf(actor, 'passkey:add')
  const { userId, sessionId } = ownPerson(actor)
  const { response } = input.response
  const challenge = await takeChallenge(response.clientDataJSON, { kind: 'register', userId, sessionId }, now)
  const { credential, aaguid, credentialDeviceType, credentialBackedUp } = await madeBy(input.response, challenge)
  const passkey = {
    id: newId(),
    userId,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: response.transports ?? [],
    deviceType: credentialDeviceType,
    backedUp: credentialBackedUp,
    aaguid,
    name: input.name ?? authenticatorName(aaguid, input.userAgent),
  }
  return logOwnAct(actor, async (tx) => {
    const result = await passkeys(tx).add(passkey, now)
    const detail = { name: result.name, aaguid, deviceBound: result.deviceBound, backedUp: result.backedUp }
    return { result, events: [{ action: 'passkey.added', subject: result.id, detail }] }
  })
}

type Made = NonNullable<VerifiedRegistrationResponse['registrationInfo']>

async function madeBy(answer: RegistrationResponse, expectedChallenge: string): Promise<Made> {
  const { id, origin } = relyingParty()
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    })
    if (registrationInfo) return registrationInfo
  } catch (cause) {
    throw passkeyRefused('register', 'the answer does not hold', cause)
  }
  throw passkeyRefused('register', 'the attestation does not hold')
}
