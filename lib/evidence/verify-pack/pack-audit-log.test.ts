import { beforeAll, describe, expect, test } from 'vitest'
import type { PublishedKeys } from '@/lib/model/signed-statement'
import { type PackEntries, type PackSpec, packEntries, testKey, zipped } from '@/lib/testing/evidence-pack'
import { PACK_PATHS } from '../pack-layout'
import { verifyPack } from './verify-pack'

let spec: PackSpec
let keys: PublishedKeys
let entries: PackEntries

beforeAll(async () => {
  spec = { evidence: await testKey('evidence'), audit: await testKey('audit') }
  keys = { format: 'proofline-keys/1', keys: [spec.audit.published, spec.evidence.published] }
  entries = await packEntries(spec)
})

const text = (path: string): string => new TextDecoder().decode(entries.get(path))
const lines = (): string[] => text(PACK_PATHS.auditEntries).trimEnd().split('\n')

/** A pack whose signer put this into it instead: everything but the chain is right. */
async function withLog(files: Record<string, string | null>, history = keys) {
  const zip = await zipped(await packEntries({ ...spec, files }))
  const { verdict, faults, auditLog } = await verifyPack(new Blob([zip]), history)
  return { verdict, why: faults.map(({ reason, sentence }) => `${reason}: ${sentence}`).join(), auditLog }
}

const logOf = (changed: readonly string[]) => ({
  [PACK_PATHS.auditEntries]: changed.map((line) => `${line}\n`).join(''),
})
const headsOf = (change: (text: string) => string) => ({ [PACK_PATHS.auditHeads]: change(text(PACK_PATHS.auditHeads)) })

describe('a slice of the audit log is refused', () => {
  test('when an entry says something else', async () => {
    const changed = lines().map((line, at) => (at === 1 ? line.replace('An auditor', 'Nobody') : line))
    expect(await withLog(logOf(changed))).toMatchObject({
      verdict: 'refused',
      why: 'audit-log-broken: Entry 4 does not have the content its hash was made of.',
    })
  })

  test('when an entry is missing in the middle, or at the end where a head was signed', async () => {
    const middle = await withLog(logOf(lines().filter((_, at) => at !== 1)))
    expect(middle.why).toBe('audit-log-broken: Entry 4 is missing: entry 5 follows.')
    const cut = await withLog(logOf(lines().slice(0, 2)))
    expect(cut.why).toBe('audit-log-broken: Entry 5 is missing: there is a signed head at it.')
  })

  test('when it does not follow on what it says it follows on', async () => {
    const moved = await withLog(
      headsOf((heads) => heads.replace('"after":{"hash":"', '"after":{"hash":"0000').replace(/(0000.{60}).{4}/, '$1')),
    )
    expect(moved.why).toBe('audit-log-broken: Entry 3 is not bound to the entry before it.')
  })

  test('when the signature of a head is not by a key of the history for audit logs', async () => {
    const forged = await withLog(
      headsOf((heads) => heads.replace(spec.audit.published.kid, spec.evidence.published.kid)),
    )
    expect(forged.why).toContain('audit-log-broken: The checkpoint at entry 5 does not carry a good signature')
  })

  test('when it is another organization’s, or only half there', async () => {
    const other = await withLog(headsOf((heads) => heads.replace('01890a5d', '01890a5e')))
    expect(other.why).toBe('audit-log-broken: The slice of the audit log is another organization’s.')
    const half = await withLog({ [PACK_PATHS.auditHeads]: null })
    expect(half.why).toBe('audit-log-broken: The pack holds one half of a slice of the audit log.')
  })
})

test('a head by a key that was revoked since says nothing, neither for the slice nor against it', async () => {
  const revoked = keys.keys.map((key) =>
    key.purpose === 'audit' ? { ...key, revokedAt: '2026-09-01T00:00:00.000Z' } : key,
  )
  expect(await withLog({}, { ...keys, keys: revoked })).toEqual({
    verdict: 'verified',
    why: '',
    auditLog: { entries: 5, withheld: 0, from: 3, to: 7, signedUpTo: null },
  })
})

test('a pack without a slice is verified all the same, and says that it has none', async () => {
  const none = { [PACK_PATHS.auditEntries]: null, [PACK_PATHS.auditHeads]: null }
  expect(await withLog(none)).toEqual({ verdict: 'verified', why: '', auditLog: null })
})

describe('an entry of which only the place is told', () => {
  const withheld = (
    line: string,
    change: (place: { seq: number; hash: string; previousHash: string }) => object = (one) => one,
  ) => {
    const { seq, hash, previousHash } = JSON.parse(line)
    return JSON.stringify({ withheld: true, ...change({ seq, hash, previousHash }) })
  }
  const second = (change?: Parameters<typeof withheld>[1]) =>
    withLog(logOf(lines().map((line, at) => (at === 1 ? withheld(line, change) : line))))

  test('keeps the others in their places, and is counted', async () => {
    expect(await second()).toMatchObject({ verdict: 'verified', auditLog: { entries: 5, withheld: 1 } })
  })

  test('is refused when it is bound to another entry, and when the next one is not bound to it', async () => {
    const elsewhere = 'f'.repeat(64)
    expect((await second((place) => ({ ...place, previousHash: elsewhere }))).why).toContain('Entry 4 is not bound')
    expect((await second((place) => ({ ...place, hash: elsewhere }))).why).toContain('Entry 5 is not bound')
  })
})
