import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PublishedKey } from '@/lib/model/signed-statement'
import { packEntries, testKey, zipped } from '@/lib/testing/evidence-pack'
import { type PackSet, packSet } from '@/lib/testing/tampered-packs'
import { flipped } from '@/lib/testing/zip-surgery'
import { openArchive } from './pack-archive'
import { verifyPack } from './verify-pack'

let set: PackSet

beforeAll(async () => {
  set = await packSet()
})

const verify = (zip: Uint8Array<ArrayBuffer>, keys = set.keys) => verifyPack(new Blob([zip]), keys)
const dated = (change: Partial<PublishedKey>) => ({
  ...set.keys,
  keys: set.keys.keys.map((key) => (key.purpose === 'evidence' ? { ...key, ...change } : key)),
})

describe('a good pack', () => {
  test('is verified by the key history, every check having passed but that of a timestamp it does not carry', async () => {
    const found = await verify(set.good)
    expect(found.faults).toEqual([])
    expect(found).toMatchObject({ ok: true, verdict: 'verified', signer: { standing: 'signs-now' } })
    expect(found.auditLog).toEqual({ entries: 5, withheld: 0, from: 3, to: 7, signedUpTo: 5 })
    expect(found.checks.filter(({ passed }) => passed !== true)).toMatchObject([{ check: 'timestamp', passed: null }])
    expect(found.files.unaltered).toBe(found.files.listed)
  })

  test('held against no history is whole, but nobody’s yet', async () => {
    const found = await verifyPack(new Blob([set.good]), null)
    expect(found).toMatchObject({ ok: false, verdict: 'signer-unconfirmed', faults: [] })
    expect(found.signer?.standing).toBe('unconfirmed')
  })

  test('stays good after its key was replaced, but a replaced key signs nothing that is as of a later day', async () => {
    const after = await verify(set.good, dated({ replacedAt: '2026-07-02T00:00:00.000Z' }))
    expect(after).toMatchObject({ verdict: 'verified', signer: { standing: 'replaced' } })
    const before = await verify(set.good, dated({ replacedAt: '2026-06-01T00:00:00.000Z' }))
    expect(before).toMatchObject({ verdict: 'refused', faults: [{ reason: 'key-replaced' }] })
  })

  test('tells how far it is, file by file', async () => {
    const told: number[] = []
    await verifyPack(new Blob([set.good]), set.keys, { progress: ({ files }) => void told.push(files) })
    expect(told).toEqual(Array.from({ length: told.length }, (_, at) => at + 1))
    expect(told.length).toBeGreaterThan(5)
  })
})

describe('a tampered pack', () => {
  test('is refused with its exact reason and file, whichever way it was tampered with', async () => {
    const seen: unknown[] = []
    for (const { name, zip, keys } of set.tampered) {
      const { verdict, faults } = await verify(zip, keys ?? set.keys)
      seen.push({ name, verdict, reason: faults[0]?.reason, file: faults[0]?.file })
    }
    expect(seen).toEqual(set.tampered.map(({ name, reason, file }) => ({ name, verdict: 'refused', reason, file })))
    expect(seen).toHaveLength(43)
  })

  test('that lacks a file does not pass as having all of them', async () => {
    const zip = set.tampered.find(({ name }) => name === 'file-dropped')?.zip ?? set.good
    const { checks, files } = await verify(zip)
    expect(checks.find(({ check }) => check === 'files')?.passed).toBe(false)
    expect(files.listed - files.unaltered).toBe(1)
  })

  test('is refused without a key history too, unless only the history knows better', async () => {
    const passing: string[] = []
    for (const { name, zip } of set.tampered) {
      if ((await verifyPack(new Blob([zip]), null)).verdict !== 'refused') passing.push(name)
    }
    expect(passing).toEqual(['keys-exchanged', 'key-revoked'])
  })

  test('is refused whatever byte is turned, stored', async () => {
    const zip = await zipped(await unzipped(), 0)
    expect((await verify(zip)).verdict).toBe('verified')
    await neverGood(zip, fc.integer({ min: 1, max: 255 }))
  })

  // Deflate leaves up to seven bits at the end of a file that carry nothing; a whole byte turned is never only those.
  test('is refused whatever byte is turned, deflated', () => neverGood(set.good, fc.constant(0xff)), 60_000)

  test('is refused wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: set.good.length - 1 }), async (length) => {
        expect((await verify(set.good.slice(0, length))).verdict).toBe('refused')
      }),
      { numRuns: 100 },
    )
  })
})

describe('a key history', () => {
  test('in which a key stands under another id is not used', async () => {
    const found = await verify(set.good, dated({ kid: 'A'.repeat(43) }))
    expect(found).toMatchObject({ verdict: 'refused', faults: [{ reason: 'keys-unreadable', file: null }] })
  })

  test('in which the key that signed is for the audit log refuses the pack', async () => {
    const key = await testKey('audit')
    const zip = await zipped(await packEntries({ evidence: key, audit: key, keys: [key.published] }))
    const found = await verify(zip, { format: 'proofline-keys/1', keys: [key.published] })
    expect(found.faults.map(({ reason }) => reason)).toEqual(['key-purpose-wrong'])
  })
})

test('a file can be read from an opened pack; one that is not there, or a larger one than wanted, is refused', async () => {
  const archive = await openArchive(new Blob([set.good]))
  expect(new TextDecoder().decode(await archive.read('README.md'))).toBe('# Evidence pack\n')
  await expect(archive.read('absent')).rejects.toMatchObject({ code: 'invalid', fault: { reason: 'missing' } })
  await expect(archive.read('README.md', 3)).rejects.toMatchObject({ fault: { reason: 'too-large' } })
})

async function unzipped(): Promise<Map<string, Uint8Array>> {
  const archive = await openArchive(new Blob([set.good]))
  const entries = new Map<string, Uint8Array>()
  for (const { path } of archive.entries) entries.set(path, await archive.read(path))
  return entries
}

const neverGood = (zip: Uint8Array<ArrayBuffer>, masks: fc.Arbitrary<number>) =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: zip.length - 1 }), masks, async (at, mask) => {
      expect((await verify(flipped(zip, at, mask))).verdict).toBe('refused')
    }),
    { numRuns: 300 },
  )
