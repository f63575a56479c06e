import { generateAuthenticationOptions } from '@simplewebauthn/server'
import type { CeremonyOptions } from '@/lib/model/passkey-response'
import { issueChallenge } from './passkey-challenge'
import { CEREMONY_MS, relyingParty } from './passkey-relying-party'

/** What a browser needs to let whoever is there choose a passkey: no name is asked, so none can be guessed at. */
export async function startPasskeySignIn(now = new Date()): Promise<CeremonyOptions> {
  const challenge = await issueChallenge({ kind: 'sign-in', userId: null, sessionId: null }, now)
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: Buffer.from(challenge, 'base64url'),
    allowCredentials: [],
    timeout: CEREMONY_MS,
    userVerification: 'required',
  })
  return { ...options }
}
