import { type VerifiedAuthenticationResponse, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { ChallengeUse } from '@/lib/db/repositories/challenges'
import { passkeys, type StoredPasskey } from '@/lib/db/repositories/passkeys'
import { withoutTenant } from '@/lib/db/scope'
import type { AssertionResponse } from '@/lib/model/passkey-response'
import { noticeClonedPasskey } from './notice-cloned-passkey'
import { takeChallenge } from './passkey-challenge'
import { passkeyRefused } from './passkey-refused'
import { relyingParty, userHandleOf } from './passkey-relying-party'

type Answer = { response: AssertionResponse; use: ChallengeUse; address: string | null; now: Date }

/**
 * The passkey that signed this answer, verified as WebAuthn Level 3 §7.2 asks: challenge, origin, relying party, user
 * verification, signature, counter; its person must be the one the challenge was given to, if it was given to anybody.
 * Keeps the counter and the backup flags. Throws as `passkeyRefused`.
 */
export async function verifyPasskey({ response, use, address, now }: Answer): Promise<StoredPasskey> {
  const challenge = await takeChallenge(response.response.clientDataJSON, use, now)
  const passkey = await withoutTenant((tx) => passkeys(tx).byCredential(response.id))
  if (!passkey) throw passkeyRefused(use.kind, 'nobody has this credential')
  if (use.userId !== null && use.userId !== passkey.userId) {
    throw passkeyRefused(use.kind, 'the credential is another person’s')
  }
  if (!namesOwner(response, passkey, use)) throw passkeyRefused(use.kind, 'the user handle is another person’s')
  const signed = await signedBy(passkey, response, challenge, use)
  if (isCounterBehind(passkey.counter, signed.newCounter)) {
    await noticeClonedPasskey(passkey, { counter: signed.newCounter, address, sessionId: use.sessionId, now })
    throw passkeyRefused(use.kind, 'the counter did not go up: there may be a copy of this passkey')
  }
  const kept = await withoutTenant((tx) =>
    passkeys(tx).used(passkey.id, passkey.counter, {
      counter: signed.newCounter,
      deviceType: signed.credentialDeviceType,
      backedUp: signed.credentialBackedUp,
      at: now,
    }),
  )
  if (!kept) throw passkeyRefused(use.kind, 'another signature came in between')
  return passkey
}

async function signedBy(
  passkey: StoredPasskey,
  response: AssertionResponse,
  expectedChallenge: string,
  { kind }: ChallengeUse,
): Promise<VerifiedAuthenticationResponse['authenticationInfo']> {
  const { id, origin } = relyingParty()
  const answer = { ...response.response, userHandle: response.response.userHandle ?? undefined }
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, response: answer, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      // The counter is judged once the signature is known to be right: until then anybody could have written it.
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: 0 },
    })
    if (verified) return authenticationInfo
  } catch (cause) {
    throw passkeyRefused(kind, 'the answer does not hold', cause)
  }
  throw passkeyRefused(kind, 'the signature does not hold')
}

/** A passkey that signs somebody in says whose it is; one that was asked for by name may leave it out (§7.2 step 6). */
function namesOwner({ response }: AssertionResponse, { userId }: StoredPasskey, { kind }: ChallengeUse): boolean {
  if (!response.userHandle) return kind !== 'sign-in'
  return response.userHandle === Buffer.from(userHandleOf(userId)).toString('base64url')
}

/** §7.2 step 22: authenticators that keep no counter say 0 for ever; all others must count up. */
const isCounterBehind = (before: number, now: number): boolean => (before > 0 || now > 0) && now <= before
