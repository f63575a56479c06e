import { z } from 'zod'
import { AuditEntry } from '@/lib/model/audit-entry'
import { AuditSlice, WithheldEntry } from '@/lib/model/audit-slice'
import type { PackVerification } from '@/lib/model/pack-verification'
import type { PublishedKeys } from '@/lib/model/signed-statement'
import { entryText, headText, type SignedHead } from '../audit-chain'
import { forged, missing, plainFault, rewritten } from '../chain-fault'
import { PACK_PATHS } from '../pack-layout'
import { isSignedBy } from './key-history'
import type { PackArchive } from './pack-archive'
import { PackRefused } from './pack-refused'
import { sha256Of } from './sha256'
import { textLines } from './text-lines'

const MOST_HEADS_BYTES = 67_108_864
const MOST_LINE = 4_194_304
const Line = z.union([WithheldEntry, AuditEntry])

type Place = { seq: number; hash: string | null }
type SliceEntry = AuditEntry | WithheldEntry
type SliceReport = NonNullable<PackVerification['auditLog']>

const broken = (why: string, cause?: unknown) =>
  new PackRefused('audit-log-broken', PACK_PATHS.auditEntries, why, cause)

/**
 * Walks the slice of the audit log in a pack: each entry has the content its hash was made of, unless it is withheld, and
 * is bound to the one before it; where a head was signed it has that hash. Null when the pack holds none. Throws `audit-log-broken`.
 */
export async function packAuditLog(
  archive: PackArchive,
  organizationId: string,
  keys: PublishedKeys,
): Promise<SliceReport | null> {
  const there = new Set(archive.entries.map(({ path }) => path))
  const [hasEntries, hasHeads] = [there.has(PACK_PATHS.auditEntries), there.has(PACK_PATHS.auditHeads)]
  if (!hasEntries && !hasHeads) return null
  if (!hasEntries || !hasHeads) throw broken('The pack holds one half of a slice of the audit log.')
  const slice = await sliceOf(archive)
  if (slice.organizationId !== organizationId) throw broken('The slice of the audit log is another organization’s.')
  const heads = new Map(slice.heads.map((head) => [head.seq, head]))
  const report: SliceReport = { entries: 0, withheld: 0, from: 0, to: 0, signedUpTo: null }
  let last: Place | null = slice.after
  for await (const entry of entriesOf(archive)) {
    const place = await requireNext(entry, last, organizationId)
    const head = heads.get(place.seq)
    heads.delete(place.seq)
    if (head && !isRevoked(head.kid, keys)) {
      await requireHead(head, entry, organizationId, keys, report.signedUpTo ?? slice.after?.seq ?? 0)
      report.signedUpTo = place.seq
    }
    if (report.entries === 0) report.from = place.seq
    report.entries += 1
    if ('withheld' in entry) report.withheld += 1
    report.to = place.seq
    last = place
  }
  const [ahead] = heads.keys()
  if (ahead !== undefined) throw broken(missing(ahead, 'there is a signed head at it').why)
  return report
}

async function sliceOf(archive: PackArchive): Promise<AuditSlice> {
  try {
    const bytes = await archive.read(PACK_PATHS.auditHeads, MOST_HEADS_BYTES)
    return AuditSlice.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (cause) {
    throw broken(`${PACK_PATHS.auditHeads} does not say where the slice of the audit log belongs.`, cause)
  }
}

async function* entriesOf(archive: PackArchive): AsyncGenerator<SliceEntry> {
  let row = 0
  try {
    for await (const line of textLines(archive.pieces(PACK_PATHS.auditEntries), MOST_LINE)) {
      row += 1
      yield Line.parse(JSON.parse(line))
    }
  } catch (cause) {
    if (cause instanceof PackRefused) throw cause
    throw broken(`Line ${row} of the slice of the audit log is no entry.`, cause)
  }
}

async function requireNext(
  entry: SliceEntry,
  last: Place | null,
  organizationId: string,
): Promise<Place & { hash: string }> {
  const { seq, hash } = entry
  const expected = (last?.seq ?? 0) + 1
  if (seq === null || hash === null) throw broken('An entry of the audit log has no place in the chain.')
  if (seq > expected) throw broken(missing(expected, `entry ${seq} follows`).why)
  if (seq < expected) throw broken(plainFault('repeated', placeOf(entry)).why)
  const told = 'withheld' in entry ? null : entryText(organizationId, entry)
  if (told !== null && digestOf(told) !== hash) throw broken(plainFault('changed', placeOf(entry)).why)
  if (entry.previousHash !== (last?.hash ?? null)) throw broken(plainFault('unlinked', placeOf(entry)).why)
  return { seq, hash }
}

async function requireHead(
  head: SignedHead,
  entry: SliceEntry,
  organizationId: string,
  { keys }: PublishedKeys,
  signed: number,
) {
  const key = keys.find(({ kid, purpose }) => kid === head.kid && purpose === 'audit')
  const text = new TextEncoder().encode(headText(organizationId, head))
  const isGood = key && (await isSignedBy(key, text, fromBase64Url(head.signature)))
  if (!isGood) throw broken(forged(placeOf(entry), 'checkpoint').why)
  if (head.hash !== entry.hash) throw broken(rewritten(placeOf(entry), signed).why)
}

/** What a revoked key signed says nothing, neither for the slice nor against it. */
const isRevoked = (kid: string, { keys }: PublishedKeys): boolean =>
  keys.some((key) => key.kid === kid && key.revokedAt !== null)

const placeOf = ({ seq }: SliceEntry) => ({ seq, id: null })

const digestOf = (text: string): string => sha256Of(new TextEncoder().encode(text))

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
  } catch (cause) {
    throw broken(`${PACK_PATHS.auditHeads} holds a signature that is no base64url.`, cause)
  }
}
