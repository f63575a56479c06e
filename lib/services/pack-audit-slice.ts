import { readOrganizations } from '@/lib/db/read-scope'
import { auditSliceReader } from '@/lib/db/repositories/audit-slice'
import { PACK_PATHS } from '@/lib/evidence/pack-layout'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { AuditSlice, WithheldEntry } from '@/lib/model/audit-slice'
import type { Period } from '@/lib/model/period'
import { jsonText, MEDIA, type PackPiece, streamedPiece, textPiece } from './pack-piece'

type Asked = {
  organizationId: string
  period: Period
  asOf: string
  /** The ids of what the pack is about: entries about anything else are withheld. Null withholds nothing. */
  about: ReadonlySet<string> | null
  spool: () => string
  signal: AbortSignal
}

/** The audit log of the period as far as it reached at the instant, and the heads that were signed within it. */
export async function auditSlicePieces({
  organizationId,
  period,
  asOf,
  about,
  spool,
  signal,
}: Asked): Promise<PackPiece[]> {
  const reader = auditSliceReader((work) => readOrganizations([organizationId], work), organizationId)
  let bounds: Bounds | null = null
  async function* lines() {
    for await (const page of reader.entries(period, asOf)) {
      signal.throwIfAborted()
      const [first, last] = [page[0], page.at(-1)]
      if (first?.seq && last?.seq) {
        bounds = { first: first.seq, previousHash: first.previousHash, ...bounds, last: last.seq }
      }
      yield page.map((entry) => `${canonicalJson(toldOf(entry, about))}\n`).join('')
    }
  }
  const entries = await streamedPiece(PACK_PATHS.auditEntries, MEDIA.jsonLines, lines(), spool())
  const slice = await sliceOf(organizationId, bounds, (first, last) => reader.heads(first, last, asOf))
  return [entries, await textPiece(PACK_PATHS.auditHeads, MEDIA.json, jsonText(slice))]
}

/** An entry, or its place alone where it is not about what the pack is. */
function toldOf(entry: AuditEntry, about: ReadonlySet<string> | null): AuditEntry | WithheldEntry {
  const { id, subject, seq, hash, previousHash } = entry
  if (about === null || about.has(id) || about.has(subject) || seq === null || hash === null) return entry
  return { withheld: true, seq, hash, previousHash }
}

type Bounds = { first: number; last: number; previousHash: string | null }

/** What holds the slice in its place: the entry before it, and what was signed within it. */
const sliceOf = async (
  organizationId: string,
  bounds: Bounds | null,
  headsOf: (first: number, last: number) => Promise<AuditSlice['heads']>,
): Promise<AuditSlice> => ({
  format: 'proofline-audit-slice/1',
  organizationId,
  after: bounds?.previousHash ? { seq: bounds.first - 1, hash: bounds.previousHash } : null,
  heads: bounds ? await headsOf(bounds.first, bounds.last) : [],
})
