import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '@/lib/model/audit-entry'
import { CHAIN_BEGUN, type ChainedEntry, chained, headText, olderEntries, type SignedHead } from './audit-chain'
import type { ChainPage } from './chain-steps'
import { verifyChain } from './verify-chain'

const ORGANIZATION = '0190a8f0-0000-7000-8000-000000000002'
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const id = (n: number): string => `0190a8f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** A key that only its holder can sign with, as far as the engine can tell. */
const sign = (kid: string, text: string): string => createHmac('sha256', kid).update(text).digest('base64url')
const OURS = 'our-key'

type Log = { older: AuditEntry[]; entries: ChainedEntry[]; checkpoints: SignedHead[]; head: SignedHead | null }

const bare = (n: number) => ({
  id: id(n),
  at: new Date(1_790_000_000_000 + n).toISOString(),
  actorKind: 'person',
  actorId: id(9_000),
  actorName: 'Ines Okafor',
  action: 'deployment.updated',
  subject: id(8_000 + n),
  detail: { n },
  sessionId: id(7_000),
  address: '192.0.2.7',
  decision: { effect: 'allow', reasons: [] },
  beforeDigest: digest(`before ${n}`),
  afterDigest: digest(`after ${n}`),
})

const signedAt = ({ seq, hash, at }: ChainedEntry, kid = OURS): SignedHead => ({
  seq,
  hash,
  at,
  kid,
  signature: sign(kid, headText(ORGANIZATION, { seq, hash, at })),
})

async function* pagesOf<T>(items: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

/** A log of `count` chained entries, signed every eighth, after `before` entries that are older than the chain. */
async function logOf(count: number, before = 0): Promise<Log> {
  const older = Array.from({ length: before }, (_, n) => ({ ...bare(n), seq: null, previousHash: null, hash: null }))
  const { entries: n, digest: all } = await olderEntries(digest, ORGANIZATION, pagesOf(older, 3))
  const first = { ...bare(before), action: CHAIN_BEGUN, detail: { entries: n, digest: all } }
  const said = Array.from({ length: count }, (_, n) => (before > 0 && n === 0 ? first : bare(before + n)))
  const entries = chained(digest, ORGANIZATION, null, said)
  const last = entries.at(-1)
  const checkpoints = entries.filter(({ seq }) => seq % 8 === 0).map((entry) => signedAt(entry))
  return { older, entries, checkpoints, head: last ? signedAt(last) : null }
}

async function* chainPages({ entries, checkpoints, head }: Log, size: number): AsyncGenerator<ChainPage> {
  for (let from = 0; ; from += size) {
    const page = entries.slice(from, from + size)
    const [after, upTo] = [from === 0 ? 0 : (entries[from - 1]?.seq ?? 0), page.at(-1)?.seq ?? 0]
    const isLast = page.length < size
    const within = checkpoints.filter(({ seq }) => seq > after && (isLast || seq <= upTo))
    yield { entries: page, checkpoints: within, head }
    if (isLast) return
  }
}

const verify = (log: Log, size = 5) =>
  verifyChain({
    organizationId: ORGANIZATION,
    older: pagesOf(log.older, size),
    pages: chainPages(log, size),
    digest,
    isSigned: async (text, { kid, signature }) => kid === OURS && signature === sign(kid, text),
  })

const at = (log: Log, seq: number): ChainedEntry => {
  const entry = log.entries[seq - 1]
  if (!entry) throw new Error(`no entry ${seq}`)
  return entry
}

/** The log with one entry said otherwise and, when `rehash`, that entry hashed anew. */
function withEntry(log: Log, seq: number, change: Partial<ChainedEntry>, rehash = false): Log {
  const changed = { ...at(log, seq), ...change }
  const before = changed.previousHash === null ? null : { seq: seq - 1, hash: changed.previousHash }
  const [hashed] = chained(digest, ORGANIZATION, before, [changed])
  const hash = rehash && hashed ? hashed.hash : changed.hash
  return { ...log, entries: log.entries.with(seq - 1, { ...changed, hash }) }
}

/** Everything from one entry on written anew, as somebody would who knows how the chain is made but holds no key. */
function rewrittenFrom(log: Log, seq: number, change: Partial<ChainedEntry>): Log {
  const tail = log.entries.slice(seq - 1).map((entry, i) => (i === 0 ? { ...entry, ...change } : entry))
  const before = seq === 1 ? null : at(log, seq - 1)
  return { ...log, entries: [...log.entries.slice(0, seq - 1), ...chained(digest, ORGANIZATION, before, tail)] }
}

const flipped = (text: string): string => `${text[0] === 'f' ? 'e' : 'f'}${text.slice(1)}`

describe('verifyChain', () => {
  test('finds an untouched log unbroken, whatever the size of its pages', async () => {
    const log = await logOf(30)
    for (const size of [1, 7, 8, 30, 100]) {
      const { ok, entries, firstBroken, signedUpTo, keys } = await verify(log, size)
      expect([ok, entries, firstBroken, signedUpTo?.seq, keys]).toEqual([true, 30, null, 30, [OURS]])
    }
  })

  test('an empty log is unbroken and nothing is signed', async () => {
    expect(await verify(await logOf(0))).toMatchObject({ ok: true, entries: 0, older: 0, signedUpTo: null })
  })

  test('entries older than a chain that has not begun are counted and not vouched for', async () => {
    const { older } = await logOf(0, 4)
    const report = await verify({ older, entries: [], checkpoints: [], head: null })
    expect(report).toMatchObject({ ok: true, entries: 0, older: 4, signedUpTo: null })
  })

  const COUNT = 24
  const seqs = fc.integer({ min: 1, max: COUNT })
  const FIELDS = ['id', 'at', 'actorKind', 'actorId', 'actorName', 'action', 'subject', 'sessionId', 'address'] as const
  const DIGESTS = ['beforeDigest', 'afterDigest', 'previousHash', 'hash'] as const

  test('a change of any field of any entry is found at that entry', async () => {
    const log = await logOf(COUNT)
    await fc.assert(
      fc.asyncProperty(
        seqs,
        fc.constantFrom(...FIELDS, ...DIGESTS),
        fc.integer({ min: 1, max: 9 }),
        async (seq, field, size) => {
          const said = at(log, seq)[field]
          const change = { [field]: said === null ? 'x' : flipped(said) }
          const { ok, entries, firstBroken } = await verify(withEntry(log, seq, change), size)
          expect([ok, entries, firstBroken?.seq]).toEqual([false, seq - 1, seq])
        },
      ),
    )
  })

  test('a change inside the detail or the decision is found at that entry', async () => {
    const log = await logOf(COUNT)
    await fc.assert(
      fc.asyncProperty(seqs, fc.constantFrom('detail', 'decision'), fc.jsonValue(), async (seq, field, value) => {
        const { firstBroken } = await verify(withEntry(log, seq, { [field]: { value } }))
        expect([firstBroken?.seq, firstBroken?.id, firstBroken?.fault]).toEqual([seq, at(log, seq).id, 'changed'])
      }),
    )
  })

  test('a change that was hashed anew is found at that entry, not at the one after it', async () => {
    const log = { ...(await logOf(COUNT)), checkpoints: [] }
    await fc.assert(
      fc.asyncProperty(seqs, fc.integer({ min: 1, max: 9 }), async (seq, size) => {
        const { entries, firstBroken } = await verify(withEntry(log, seq, { actorName: 'Somebody' }, true), size)
        expect([entries, firstBroken?.seq, firstBroken?.id]).toEqual([seq - 1, seq, at(log, seq).id])
      }),
    )
  })

  test('a removed entry is missed at its place: the first, one in between, the last', async () => {
    const log = await logOf(COUNT)
    await fc.assert(
      fc.asyncProperty(seqs, fc.integer({ min: 1, max: 9 }), async (seq, size) => {
        const { firstBroken, entries } = await verify({ ...log, entries: log.entries.toSpliced(seq - 1, 1) }, size)
        expect([entries, firstBroken?.seq, firstBroken?.id, firstBroken?.fault]).toEqual([
          seq - 1,
          seq,
          null,
          'missing',
        ])
      }),
    )
  })

  test('two entries that changed places are found at the first of the two', async () => {
    const log = await logOf(COUNT)
    await fc.assert(
      fc.asyncProperty(seqs, seqs, async (a, b) => {
        fc.pre(a < b)
        const entries = log.entries.with(a - 1, { ...at(log, b), seq: a }).with(b - 1, { ...at(log, a), seq: b })
        const { firstBroken } = await verify({ ...log, entries })
        expect([firstBroken?.seq, firstBroken?.id]).toEqual([a, at(log, b).id])
      }),
    )
  })

  test('an added entry is found, at a place that is taken or behind the end', async () => {
    const log = await logOf(COUNT)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: COUNT + 1 }), async (seq) => {
        const [added] = chained(digest, ORGANIZATION, seq === 1 ? null : at(log, seq - 1), [bare(500)])
        if (!added) throw new Error('nothing was added')
        const { firstBroken } = await verify({ ...log, entries: log.entries.toSpliced(seq - 1, 0, added) })
        expect(firstBroken?.seq).toBe(seq)
      }),
    )
  })

  test('the same entry twice is named as such, wherever the pages end', async () => {
    const log = await logOf(COUNT)
    for (const size of [1, 4, 5, 100]) {
      const { firstBroken } = await verify({ ...log, entries: log.entries.toSpliced(4, 0, at(log, 4)) }, size)
      expect(firstBroken).toMatchObject({ seq: 4, id: at(log, 4).id, fault: 'repeated' })
    }
  })

  test('everything from an entry on hashed anew is found at the next place that was signed', async () => {
    const log = await logOf(COUNT)
    await fc.assert(
      fc.asyncProperty(seqs, async (seq) => {
        const { firstBroken, signedUpTo } = await verify(rewrittenFrom(log, seq, { actorName: 'Somebody' }))
        const signed = Math.ceil(seq / 8) * 8
        expect([firstBroken?.seq, firstBroken?.fault]).toEqual([signed, 'rewritten'])
        expect(signedUpTo?.seq ?? 0).toBe(signed - 8)
      }),
    )
  })

  test('a cut end is missed, also when an old head was put back and a checkpoint lies behind it', async () => {
    const log = await logOf(COUNT)
    const cut = log.entries.slice(0, 20)
    expect((await verify({ ...log, entries: cut })).firstBroken).toMatchObject({ seq: 21, fault: 'missing' })
    const replayed = { ...log, entries: cut, head: signedAt(at(log, 20)) }
    expect((await verify(replayed)).firstBroken).toMatchObject({ seq: 21, fault: 'missing' })
    const gone = { older: [], entries: [], checkpoints: log.checkpoints, head: null }
    expect((await verify(gone)).firstBroken).toMatchObject({ seq: 1, fault: 'missing' })
  })

  test('a log whose head is gone is not taken for whole', async () => {
    const log = { ...(await logOf(COUNT)), head: null }
    expect((await verify(log)).firstBroken).toMatchObject({ seq: COUNT, fault: 'no-head' })
  })

  test('a head or checkpoint that another key signed, or that was changed, is no signature', async () => {
    const log = await logOf(COUNT)
    const theirs = signedAt(at(log, 16), 'their-key')
    const checkpoints = log.checkpoints.with(1, theirs)
    expect((await verify({ ...log, checkpoints })).firstBroken).toMatchObject({ seq: 16, fault: 'forged-signature' })
    const head = signedAt(at(log, COUNT))
    const heads = [
      { ...head, kid: 'their-key' },
      { ...head, at: at(log, 1).at },
      { ...head, signature: flipped(head.signature) },
      { ...head, hash: flipped(head.hash) },
    ]
    for (const forged of heads) {
      const { firstBroken } = await verify({ ...log, head: forged })
      expect(firstBroken).toMatchObject({ seq: COUNT, fault: 'forged-signature' })
    }
    const moved = await verify({ ...log, head: { ...head, seq: 11 } })
    expect(moved.firstBroken).toMatchObject({ seq: 11, fault: 'forged-signature' })
    const beyond = await verify({ ...log, head: { ...head, seq: 99 } })
    expect(beyond.firstBroken).toMatchObject({ seq: 99, fault: 'forged-signature' })
    const ahead = { ...log, checkpoints: [...log.checkpoints, { ...theirs, seq: 99 }] }
    expect((await verify(ahead)).firstBroken).toMatchObject({ seq: 99, fault: 'forged-signature' })
  })

  test('an entry that appears in another organization is not at home there', async () => {
    const log = await logOf(3)
    const [own] = chained(digest, id(1), null, [bare(0)])
    if (!own) throw new Error('no entry')
    expect((await verify({ ...log, entries: log.entries.with(0, own) })).firstBroken).toMatchObject({ seq: 1 })
  })
})

describe('entries older than the chain', () => {
  test('are covered by the first entry of the chain', async () => {
    expect(await verify(await logOf(3, 10))).toMatchObject({ ok: true, entries: 3, older: 10 })
  })

  test('cannot be changed, removed, added or put in another order', async () => {
    const log = await logOf(3, 10)
    const { older } = log
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), async (a, b) => {
        const [one, other] = [older[a], older[b]]
        if (!one || !other) throw new Error('no such entry')
        const logs = [
          older.with(a, { ...one, actorName: 'Somebody' }),
          older.toSpliced(a, 1),
          older.toSpliced(a, 0, { ...one, id: id(600) }),
          ...(a === b ? [] : [older.with(a, other).with(b, one)]),
        ]
        for (const changed of logs) {
          const { ok, firstBroken } = await verify({ ...log, older: changed })
          expect([ok, firstBroken?.seq, firstBroken?.fault]).toEqual([false, null, 'older-entries'])
        }
      }),
    )
  })

  test('one that appears beside a chain that began without any is named', async () => {
    const [stranger] = (await logOf(0, 1)).older
    if (!stranger) throw new Error('no entry')
    const { firstBroken } = await verify({ ...(await logOf(3)), older: [stranger] })
    expect(firstBroken).toMatchObject({ seq: null, id: stranger.id, fault: 'older-entries' })
  })
})
