import { envelopeOf, preAuthEncoding } from '@/lib/evidence/dsse'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import { type DsseEnvelope, type InTotoStatement, STATEMENT_PAYLOAD } from '@/lib/model/signed-statement'
import type { Tx } from '../scope'
import { currentSigner } from './signing-key'

/** Signs statements with the key that signs evidence now. Ed25519 is deterministic: the same statement, the same envelope. */
export const evidenceSigner = (tx: Tx) => ({
  async sign(statement: InTotoStatement): Promise<{ kid: string; envelope: DsseEnvelope }> {
    const payload = new TextEncoder().encode(canonicalJson(statement))
    const { kid, sign } = await currentSigner(tx, 'evidence')
    const signature = await sign(preAuthEncoding(STATEMENT_PAYLOAD, payload))
    return { kid, envelope: envelopeOf(STATEMENT_PAYLOAD, payload, { kid, signature }) }
  },
})
