import type { AssertionResponse } from '@/lib/model/passkey-response'
import { PASSKEY_AMR } from '@/lib/services/passkey-relying-party'
import { verifyPasskey } from '@/lib/services/verify-passkey'
import { type Entrance, enter } from './enter'
import { passkeyProof } from './session'

/**
 * Opens a session for the person whose passkey signed this, and returns the cookie's value. Throws unauthenticated,
 * always with the same words, when the passkey is nobody's or the answer does not hold.
 */
export async function signInWithPasskey(
  response: AssertionResponse,
  entrance: Entrance,
  now = new Date(),
): Promise<string> {
  const use = { kind: 'sign-in', userId: null, sessionId: null } as const
  const { userId, name } = await verifyPasskey({ response, use, address: entrance.origin.address, now })
  const proof = { ...passkeyProof(now), amr: PASSKEY_AMR }
  return (await enter(userId, proof, entrance, { passkey: name }, now)).cookie
}
