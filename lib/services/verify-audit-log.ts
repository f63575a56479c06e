import { isOwnSigningKey } from '@/lib/db/keys/own-signing-key'
import { type Verifier, verifier } from '@/lib/db/keys/signing-key'
import { type Reading, readOrganizations, readWithoutTenant } from '@/lib/db/read-scope'
import { auditChainReader } from '@/lib/db/repositories/audit-chain'
import { sha256 } from '@/lib/db/sha256'
import { verifyChain } from '@/lib/evidence/verify-chain'
import type { Actor } from '@/lib/model/actor'
import type { AuditVerification } from '@/lib/model/audit-verification'
import { authorize } from './authorize'

/**
 * Walks the organization's audit log from its first entry and names the first that is not what it was; see verifyChain.
 * Memory does not grow with the log, and entries that are appended meanwhile are walked too. Throws not-found, forbidden.
 */
export async function verifyAuditLog(actor: Actor, { org }: { org: string }): Promise<AuditVerification> {
  const { organizationId } = await authorize(actor, org, 'audit-log:read')
  const read = <T>(work: (tx: Reading) => Promise<T>) => readOrganizations([organizationId], work)
  const { older, pages } = auditChainReader(read, organizationId)
  return verifyChain({ organizationId, older: older(), pages: pages(), digest: sha256, ...signatureKeys() })
}

/** Asks for each key once, whatever it signed. */
function signatureKeys() {
  const known = new Map<string, Promise<Verifier | null>>()
  const keyOf = (kid: string): Promise<Verifier | null> => {
    const asked = known.get(kid) ?? readWithoutTenant((tx) => ownVerifier(tx, kid))
    known.set(kid, asked)
    return asked
  }
  return {
    isSigned: async (text: string, { kid, signature }: { kid: string; signature: string }): Promise<boolean> => {
      const key = await keyOf(kid)
      return (await key?.verify(Buffer.from(text), Buffer.from(signature, 'base64url'))) ?? false
    },
    isRevoked: async (kid: string): Promise<boolean> => (await keyOf(kid))?.revokedAt != null,
  }
}

/** Null for a key that is not there, is for something else or was not made by this installation. */
const ownVerifier = async (tx: Reading, kid: string): Promise<Verifier | null> =>
  (await isOwnSigningKey(tx, kid)) ? verifier(tx, 'audit', kid) : null
