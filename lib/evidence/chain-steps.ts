import type { AuditEntry } from '@/lib/model/audit-entry'
import type { SignedHead } from './audit-chain'

/**
 * A stretch of a chain, read at one instant: entries ordered by place, the checkpoints from there up to its last entry
 * (on the last page, to the end), and the head as it stood then.
 */
export type ChainPage = {
  entries: readonly AuditEntry[]
  checkpoints: readonly SignedHead[]
  head: SignedHead | null
}

/** One entry, the one after it (null at the end) and the head as it stood when the entry was read. */
export type ChainStep = { entry: AuditEntry; next: AuditEntry | null; head: SignedHead | null }

/** What the pages read so far said beside their entries; checkpoints stay until their entry takes them. */
export type Signatures = { head: SignedHead | null; checkpoints: Map<number, SignedHead> }

/** The entries of all pages one by one, each with a look at the next; `signatures` is filled on the way. */
export async function* chainSteps(pages: AsyncIterable<ChainPage>, signatures: Signatures): AsyncGenerator<ChainStep> {
  let waiting: Omit<ChainStep, 'next'> | null = null
  for await (const { entries, checkpoints, head } of pages) {
    signatures.head = head
    for (const checkpoint of checkpoints) signatures.checkpoints.set(checkpoint.seq, checkpoint)
    for (const entry of entries) {
      if (waiting) yield { ...waiting, next: entry }
      waiting = { entry, head }
    }
  }
  if (waiting) yield { ...waiting, next: null }
}
