import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Digest } from '@/lib/kernel/digest'
import type { AuditEntry } from '@/lib/model/audit-entry'

/** The first entry of a chain that began after others were written; its detail holds their count and digest. */
export const CHAIN_BEGUN = 'audit-log.chained'

const ENTRY_FORMAT = 'proofline-audit-entry-v1'
const HEAD_FORMAT = 'proofline-audit-head-v1'
const OLDER_FORMAT = 'proofline-audit-older-v1'

/** A place in an organization's chain, as it is signed. */
export type ChainHead = { seq: number; hash: string; at: string }
/** With the signature over `headText`, in base64url, and the id of the key that made it. */
export type SignedHead = ChainHead & { kid: string; signature: string }

/** What an entry says before it has a place in the chain. */
export type UnchainedEntry = Omit<AuditEntry, 'seq' | 'previousHash' | 'hash'>
export type ChainedEntry = UnchainedEntry & { seq: number; previousHash: string | null; hash: string }

type Hashed = UnchainedEntry & { seq: number | null; previousHash: string | null }

/**
 * What an entry's hash is computed over: the canonical JSON (RFC 8785) of everything the entry says, its place, the hash
 * of the entry before it and the organization it belongs to, named by format so that the text is nothing else's.
 */
export const entryText = (organizationId: string, entry: Hashed): string =>
  canonicalJson({
    format: ENTRY_FORMAT,
    organizationId,
    seq: entry.seq,
    previousHash: entry.previousHash,
    id: entry.id,
    at: entry.at,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    actorName: entry.actorName,
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail,
    sessionId: entry.sessionId,
    address: entry.address,
    decision: entry.decision,
    beforeDigest: entry.beforeDigest,
    afterDigest: entry.afterDigest,
  })

/** What a head's or checkpoint's signature is made over. */
export const headText = (organizationId: string, { seq, hash, at }: ChainHead): string =>
  canonicalJson({ format: HEAD_FORMAT, organizationId, seq, hash, at })

/** The entries with their places after `head` (null: at the beginning), each bound to the one before it. */
export function chained(
  digest: Digest,
  organizationId: string,
  head: Pick<ChainHead, 'seq' | 'hash'> | null,
  entries: readonly UnchainedEntry[],
): ChainedEntry[] {
  let [seq, previousHash] = [head?.seq ?? 0, head?.hash ?? null]
  return entries.map((entry) => {
    seq += 1
    const placed = { ...entry, seq, previousHash }
    const hash = digest(entryText(organizationId, placed))
    previousHash = hash
    return { ...placed, hash }
  })
}

/** What a chain's first entry says of the entries written before there was a chain. */
export type OlderEntries = { entries: number; digest: string; firstId: string | null }

/**
 * Count and digest of the entries older than the chain, given in pages ordered by id: each entry's text is hashed behind
 * the digest so far, so that none can be changed, removed, added or moved.
 */
export async function olderEntries(
  digest: Digest,
  organizationId: string,
  pages: AsyncIterable<readonly AuditEntry[]>,
): Promise<OlderEntries> {
  const older: OlderEntries = { entries: 0, digest: digest(OLDER_FORMAT), firstId: null }
  for await (const page of pages) {
    for (const entry of page) {
      older.digest = digest(`${older.digest}\n${entryText(organizationId, entry)}`)
      older.firstId ??= entry.id
      older.entries += 1
    }
  }
  return older
}
