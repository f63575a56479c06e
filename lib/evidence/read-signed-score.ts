import { DsseEnvelope, InTotoStatement, type PublishedKeys, STATEMENT_PAYLOAD } from '@/lib/model/signed-statement'
import { openEnvelope } from './dsse'
import { isSignedBy } from './verify-pack/key-history'
import { namedKey } from './verify-pack/pack-signer'

/** A statement whose signature is good, or why it is not believed. */
export type ReadScore = { statement: InTotoStatement; kid: string } | { refused: string; kid: string | null }

/** The statement in the text of an envelope, once a key of `keys` that signs evidence was found to have signed it. */
export async function readSignedScore(text: string, keys: PublishedKeys): Promise<ReadScore> {
  const envelope = envelopeIn(text)
  if (!envelope) return { refused: 'it is no DSSE envelope', kid: null }
  const [{ keyid: kid }] = envelope.signatures
  const no = (refused: string): ReadScore => ({ refused, kid })
  if (envelope.payloadType !== STATEMENT_PAYLOAD) return no('its payload is no in-toto statement')
  const key = namedKey(kid, keys)
  if (!key) return no('the key that signed it is not known')
  if (key.purpose !== 'evidence') return no('the key that signed it signs other things')
  if (key.revokedAt !== null) return no(`the key that signed it was revoked on ${key.revokedAt}`)
  const { signed, signature, payload } = openEnvelope(envelope)
  if (!(await isSignedBy(key, signed, signature))) return no('the signature is not by the key it names')
  const statement = statementIn(payload)
  return statement ? { statement, kid } : no('its payload is no in-toto statement')
}

function envelopeIn(text: string): DsseEnvelope | null {
  try {
    return DsseEnvelope.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function statementIn(payload: Uint8Array): InTotoStatement | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(payload)
    return InTotoStatement.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
