import type { AuditFault, BrokenEntry } from '@/lib/model/audit-verification'

type Place = { seq: number | null; id: string | null }

const WHY = {
  changed: ({ seq }: Place) => `Entry ${seq} does not have the content its hash was made of.`,
  rehashed: ({ seq }: Place) => `Entry ${seq} was changed and hashed anew: the next entry was bound to another one.`,
  unlinked: ({ seq }: Place) => `Entry ${seq} is not bound to the entry before it.`,
  repeated: ({ seq }: Place) => `There is more than one entry ${seq}.`,
} as const satisfies Partial<Record<AuditFault, (place: Place) => string>>

/** A fault that says everything by its name and place. */
export const plainFault = (fault: keyof typeof WHY, place: Place): BrokenEntry => ({
  seq: place.seq,
  id: place.id,
  fault,
  why: WHY[fault](place),
})

export const missing = (seq: number, how: string): BrokenEntry => ({
  seq,
  id: null,
  fault: 'missing',
  why: `Entry ${seq} is missing: ${how}.`,
})

/** The entry's hash is not the one that was signed; `signed` is the last place whose signature holds. */
export const rewritten = ({ seq, id }: Place, signed: number): BrokenEntry => ({
  seq,
  id,
  fault: 'rewritten',
  why:
    seq === signed + 1
      ? `Entry ${seq} is not the one that was signed.`
      : `Entry ${seq} does not have the hash that was signed: something from entry ${signed + 1} to here was changed and hashed anew.`,
})

export const beyondHead = ({ seq, id }: Place, head: number): BrokenEntry => ({
  seq,
  id,
  fault: 'beyond-head',
  why: `Entry ${seq} lies beyond the signed head, which is entry ${head}.`,
})

export const forged = ({ seq, id }: Place, what: 'head' | 'checkpoint'): BrokenEntry => ({
  seq,
  id,
  fault: 'forged-signature',
  why: `The ${what} at entry ${seq} does not carry a good signature by a key of this installation.`,
})

export const headless = ({ seq, id }: Place): BrokenEntry => ({
  seq,
  id,
  fault: 'no-head',
  why: `The log ends at entry ${seq} and nothing says that it should: its signed head is gone.`,
})

/** `said` is the count its first entry gives; null when that entry does not know of any. */
export const olderFault = (said: number | null, found: { entries: number; firstId: string | null }): BrokenEntry => ({
  seq: null,
  id: said === null ? found.firstId : null,
  fault: 'older-entries',
  why:
    said === null
      ? `${found.entries === 1 ? 'One entry has' : `${found.entries} entries have`} no place in the chain, which began without any.`
      : said === found.entries
        ? `At least one of the ${said} entries from before the chain is not what it was when the chain began.`
        : `There are ${found.entries} entries from before the chain; when it began there were ${said}.`,
})
