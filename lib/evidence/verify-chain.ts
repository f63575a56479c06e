import type { Digest } from '@/lib/kernel/digest'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { AuditVerification, BrokenEntry, SignedPlace } from '@/lib/model/audit-verification'
import { CHAIN_BEGUN, entryText, headText, type OlderEntries, olderEntries, type SignedHead } from './audit-chain'
import { beyondHead, forged, headless, missing, olderFault, plainFault, rewritten } from './chain-fault'
import { type ChainPage, type ChainStep, chainSteps, type Signatures } from './chain-steps'

export type ChainSource = {
  organizationId: string
  /** Entries that have no place in the chain, ordered by id. */
  older: AsyncIterable<readonly AuditEntry[]>
  pages: AsyncIterable<ChainPage>
  digest: Digest
  /** Whether `signature` over the text is good and by a key of this installation. */
  isSigned: (text: string, by: { kid: string; signature: string }) => Promise<boolean>
  /** Whether a key was revoked: its checkpoints then say nothing, neither for a log nor against it, and its head is none. */
  isRevoked?: (kid: string) => Promise<boolean>
}

type Walk = ChainSource & {
  olderFound: OlderEntries
  signatures: Signatures
  last: AuditEntry | null
  signedUpTo: SignedPlace | null
  keys: Set<string>
}

/**
 * Walks an organization's chain once, in memory that does not grow with it, and stops at the first fault: an entry that
 * was changed, removed, added, moved or rewritten along with everything after it, a cut or missing end, an old head put
 * back. A chain cut at its end together with its head and the checkpoints behind it shows only against a head that was
 * kept elsewhere: that is why the report names the place and hash that were signed last.
 */
export async function verifyChain(source: ChainSource): Promise<AuditVerification> {
  const olderFound = await olderEntries(source.digest, source.organizationId, source.older)
  const signatures: Signatures = { head: null, checkpoints: new Map() }
  const walk: Walk = { ...source, olderFound, signatures, last: null, signedUpTo: null, keys: new Set() }
  const firstBroken = await firstFault(walk)
  const unbroken = walk.last?.seq ?? 0
  return {
    ok: firstBroken === null,
    entries: firstBroken?.seq ? Math.min(unbroken, firstBroken.seq - 1) : unbroken,
    older: olderFound.entries,
    firstBroken,
    signedUpTo: walk.signedUpTo,
    keys: [...walk.keys],
  }
}

async function firstFault(walk: Walk): Promise<BrokenEntry | null> {
  for await (const step of chainSteps(walk.pages, walk.signatures)) {
    const fault = entryFault(walk, step) ?? (await signatureFault(walk, step))
    if (fault) return fault
    walk.last = step.entry
  }
  return endFault(walk)
}

/** What is wrong with an entry by itself and towards its neighbours. */
function entryFault({ last, organizationId, digest, olderFound }: Walk, step: ChainStep): BrokenEntry | null {
  const { entry, next, head } = step
  const [seq, expected] = [entry.seq ?? 0, (last?.seq ?? 0) + 1]
  if (seq > expected) return missing(expected, `entry ${seq} follows ${last ? `entry ${last.seq}` : 'nothing'}`)
  if (seq < expected) return plainFault('repeated', entry)
  if (digest(entryText(organizationId, entry)) !== entry.hash) return plainFault('changed', entry)
  if (entry.previousHash !== (last?.hash ?? null)) {
    // Whoever follows it vouches for the entry; then it is the one before that is not what it was.
    const vouched = (next ? next.previousHash : head?.hash) === entry.hash
    return last && vouched ? plainFault('rehashed', last) : plainFault('unlinked', entry)
  }
  return last === null ? beginningFault(entry, olderFound) : null
}

function beginningFault({ action, detail }: AuditEntry, found: OlderEntries): BrokenEntry | null {
  if (action !== CHAIN_BEGUN) return found.entries === 0 ? null : olderFault(null, found)
  const said = typeof detail.entries === 'number' ? detail.entries : null
  return said === found.entries && detail.digest === found.digest ? null : olderFault(said, found)
}

/** What is wrong between an entry and what was signed about its place. */
async function signatureFault(walk: Walk, { entry, head }: ChainStep): Promise<BrokenEntry | null> {
  const seq = entry.seq ?? 0
  if (head && seq > head.seq) {
    return (await isOurs(walk, head)) ? beyondHead(entry, head.seq) : forged({ seq: head.seq, id: null }, 'head')
  }
  const checkpoint = walk.signatures.checkpoints.get(seq)
  if (!checkpoint) return null
  walk.signatures.checkpoints.delete(seq)
  if (await walk.isRevoked?.(checkpoint.kid)) return null
  return signedFault(walk, checkpoint, entry, 'checkpoint')
}

async function signedFault(walk: Walk, signed: SignedHead, entry: AuditEntry, what: 'head' | 'checkpoint') {
  if (!(await isOurs(walk, signed))) return forged(entry, what)
  if (signed.hash !== entry.hash) return rewritten(entry, walk.signedUpTo?.seq ?? 0)
  const { seq, hash, at, kid } = signed
  walk.signedUpTo = { seq, hash, at, kid }
  walk.keys.add(kid)
  return null
}

const isOurs = async ({ organizationId, isSigned, isRevoked }: Walk, signed: SignedHead): Promise<boolean> =>
  !(await isRevoked?.(signed.kid)) && isSigned(headText(organizationId, signed), signed)

/** What is wrong with the end of the chain: everything that was signed has to be there. */
async function endFault(walk: Walk): Promise<BrokenEntry | null> {
  const { head, checkpoints } = walk.signatures
  return (await headFault(walk, head)) ?? aheadFault(walk, [...checkpoints.values()])
}

async function headFault(walk: Walk, head: SignedHead | null): Promise<BrokenEntry | null> {
  const { last } = walk
  if (!head) return last && headless(last)
  if (last && head.seq === last.seq) return signedFault(walk, head, last, 'head')
  if (!(await isOurs(walk, head))) return forged({ seq: head.seq, id: null }, 'head')
  return missing((last?.seq ?? 0) + 1, `the signed head is entry ${head.seq}`)
}

/** Checkpoints that no entry took lie beyond the end: an old head was put back, or somebody made them up. */
async function aheadFault(walk: Walk, ahead: readonly SignedHead[]): Promise<BrokenEntry | null> {
  const believed: SignedHead[] = []
  for (const one of ahead) if (!(await walk.isRevoked?.(one.kid))) believed.push(one)
  const [first] = believed.toSorted((a, b) => a.seq - b.seq)
  if (!first) return null
  if (!(await isOurs(walk, first))) return forged({ seq: first.seq, id: null }, 'checkpoint')
  return missing((walk.last?.seq ?? 0) + 1, `there is a signed checkpoint at entry ${first.seq}`)
}
