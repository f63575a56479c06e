import {
  ENVELOPE_FILE,
  MANIFEST_FILE,
  PACK_PATHS,
  SIGNATURE_FILE,
  SIGNED_FILE,
  SUMS_FILE,
} from '@/lib/evidence/pack-layout'
import { pemOf } from '@/lib/evidence/verify-pack/key-history'
import type { PackFaultReason } from '@/lib/model/pack-verification'
import type { PublishedKeys } from '@/lib/model/signed-statement'
import { type PackEntries, type PackSpec, packEntries, testKey, zipped } from './evidence-pack'
import { flipped, headersOf, inserted, patched, renamed } from './zip-surgery'

export type TamperedPack = {
  name: string
  /** The first fault, and its file where there is one. */
  reason: PackFaultReason
  file: string | null
  zip: Uint8Array<ArrayBuffer>
  /** The history it is held against, where that is not the good pack's. */
  keys?: PublishedKeys
}

export type PackSet = { good: Uint8Array<ArrayBuffer>; keys: PublishedKeys; tampered: TamperedPack[] }

const INDEX = PACK_PATHS.index
const GAPS = PACK_PATHS.gaps
const README = PACK_PATHS.readme
const ACCOUNTS = PACK_PATHS.population('accounts')

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const without = (entries: PackEntries, path: string) => [...entries].filter(([name]) => name !== path)
const replaced = (entries: PackEntries, path: string, data: Uint8Array) => new Map(entries).set(path, data)

/** A good pack and what can be done to it, each with the reason for which it has to be refused. */
export async function packSet(): Promise<PackSet> {
  const spec = { evidence: await testKey('evidence'), audit: await testKey('audit') }
  const keys: PublishedKeys = {
    format: 'proofline-keys/1',
    keys: [spec.audit.published, spec.evidence.published],
  }
  const entries = await packEntries(spec)
  const good = await zipped(entries)
  const tampered = [
    ...(await contentTampered(entries)),
    ...(await listTampered(entries)),
    ...containerTampered(good),
    ...(await nameTampered(entries)),
    ...(await bombs(spec, entries, good)),
    ...(await signatureTampered(spec, entries, keys)),
    ...(await exchanged(spec, entries)),
    await logTampered(spec, entries),
  ]
  return { good, keys, tampered }
}

async function contentTampered(entries: PackEntries): Promise<TamperedPack[]> {
  const zip = await zipped(entries, 0)
  const { local } = headersOf(zip, ACCOUNTS)
  const said = new TextDecoder().decode(entries.get(ACCOUNTS))
  // Of the same length and with a right checksum of its own: only the digest knows.
  const changed = replaced(entries, ACCOUNTS, text(said.replace('account 7', 'account 8')))
  const shorter = replaced(entries, GAPS, text('requirement\n'))
  return [
    { name: 'byte-flipped', reason: 'damaged', file: ACCOUNTS, zip: flipped(zip, local + 30 + ACCOUNTS.length + 20) },
    { name: 'file-rewritten', reason: 'changed', file: ACCOUNTS, zip: await zipped(changed) },
    { name: 'file-shortened', reason: 'changed', file: GAPS, zip: await zipped(shorter) },
  ]
}

async function listTampered(entries: PackEntries): Promise<TamperedPack[]> {
  const [first, second, ...rest] = entries
  if (!first || !second) throw new Error('a pack of fewer than two files')
  const added = new Map([...entries, ['extra.txt', text('extra')] as const])
  const twice = await zipped([...entries, ['gapz.csv', text('again')] as const])
  return [
    { name: 'file-dropped', reason: 'missing', file: INDEX, zip: await zipped(without(entries, INDEX)) },
    { name: 'file-added', reason: 'not-listed', file: 'extra.txt', zip: await zipped(added) },
    { name: 'files-reordered', reason: 'out-of-order', file: first[0], zip: await zipped([second, first, ...rest]) },
    { name: 'file-renamed', reason: 'missing', file: GAPS, zip: renamed(await zipped(entries), GAPS, 'gapz.csv') },
    { name: 'file-duplicated', reason: 'duplicate', file: GAPS, zip: renamed(twice, 'gapz.csv', GAPS) },
  ]
}

function containerTampered(good: Uint8Array): TamperedPack[] {
  const index = headersOf(good, INDEX)
  const directory = new DataView(good.buffer).getUint32(good.length - 6, true)
  const junk = text('junk')
  const encrypt = patched(patched(good, index.local + 6, [9]), index.central + 8, [9])
  const whole = { file: null }
  return [
    { name: 'truncated', reason: 'truncated', ...whole, zip: Uint8Array.from(good.subarray(0, good.length - 300)) },
    { name: 'data-before', reason: 'data-before', ...whole, zip: inserted(good, 0, junk) },
    {
      name: 'data-before-directory',
      reason: 'data-between',
      file: SIGNATURE_FILE,
      zip: inserted(good, directory, junk, true),
    },
    { name: 'data-behind-files', reason: 'data-between', ...whole, zip: inserted(good, directory, junk) },
    { name: 'data-after', reason: 'data-after', ...whole, zip: inserted(good, good.length, junk) },
    { name: 'date-altered', reason: 'header-differs', file: INDEX, zip: flipped(good, index.central + 12) },
    { name: 'owner-altered', reason: 'header-differs', file: INDEX, zip: flipped(good, index.central + 4) },
    { name: 'local-name-differs', reason: 'header-differs', file: INDEX, zip: patched(good, index.local + 30, [0x49]) },
    { name: 'encrypted', reason: 'encrypted', file: INDEX, zip: encrypt },
    { name: 'symlink', reason: 'not-a-plain-entry', file: INDEX, zip: patched(good, index.central + 40, [0xff, 0xa1]) },
  ]
}

async function nameTampered(entries: PackEntries): Promise<TamperedPack[]> {
  const zip = await zipped([...entries, ['xx-evil.csv', text('=cmd()')]])
  const named = (name: string, path: string, file: string, reason: PackFaultReason = 'unsafe-name'): TamperedPack => ({
    name,
    reason,
    file,
    zip: renamed(zip, 'xx-evil.csv', path),
  })
  const colliding = await zipped([...entries, ['Index.csv', text('again')]])
  return [
    named('slip-parent', '../evil.csv', '../evil.csv'),
    named('slip-absolute', '/x/evil.csv', '/x/evil.csv'),
    named('slip-backslash', '..\\evil.csv', '..\\evil.csv'),
    named('slip-drive', 'C:-evil.csv', 'C:-evil.csv'),
    named('name-with-nul', 'xx\0evil.csv', 'xx\\u{0}evil.csv'),
    { name: 'case-collides', reason: 'name-collides', file: 'Index.csv', zip: colliding },
  ]
}

async function bombs(spec: PackSpec, entries: PackEntries, good: Uint8Array): Promise<TamperedPack[]> {
  const [zeros, much] = [new Uint8Array(1_000_000), '0'.repeat(20_000_000)]
  const small = Array.from(new Uint8Array(Uint32Array.of(10).buffer))
  const { central, local } = headersOf(good, ACCOUNTS)
  const packed = new DataView(good.buffer).getUint32(central + 20, true)
  const descriptor = local + 30 + ACCOUNTS.length + packed
  const lying = patched(patched(good, central + 24, small), descriptor + 12, small)
  const reason = 'inflates-too-far'
  return [
    { name: 'bomb-beyond-manifest', reason, file: ACCOUNTS, zip: await zipped(replaced(entries, ACCOUNTS, zeros)) },
    { name: 'bomb-beyond-header', reason, file: ACCOUNTS, zip: lying },
    {
      name: 'bomb-by-ratio',
      reason,
      file: ACCOUNTS,
      zip: await zipped(await packEntries({ ...spec, files: { [ACCOUNTS]: much } })),
    },
  ]
}

async function signatureTampered(spec: PackSpec, entries: PackEntries, keys: PublishedKeys): Promise<TamperedPack[]> {
  const other = await testKey('evidence')
  const impostor = { ...spec.evidence, sign: other.sign }
  const listed = text(new TextDecoder().decode(entries.get(MANIFEST_FILE)).replace('Meridian', 'Meridial'))
  const envelope = text(new TextDecoder().decode(entries.get(ENVELOPE_FILE)).replace('{', '{ '))
  const made = async (change: Partial<PackSpec>) => zipped(await packEntries({ ...spec, ...change }))
  const swapped = (path: string, data: Uint8Array) => zipped(replaced(entries, path, data))
  const revoke = (key: PublishedKeys['keys'][number]) => ({
    ...key,
    revokedAt: '2026-08-01T00:00:00.000Z',
    revokedFor: 'it leaked',
  })
  const revoked: PublishedKeys = {
    ...keys,
    keys: keys.keys.map((key) => (key.purpose === 'evidence' ? revoke(key) : key)),
  }
  return [
    {
      name: 'signed-by-another',
      reason: 'signature-wrong',
      file: ENVELOPE_FILE,
      zip: await made({ evidence: impostor }),
    },
    { name: 'keys-exchanged', reason: 'keys-differ', file: PACK_PATHS.keys, zip: await made({ evidence: other }) },
    {
      name: 'key-unknown',
      reason: 'key-unknown',
      file: ENVELOPE_FILE,
      zip: await made({ evidence: other, keys: keys.keys }),
    },
    { name: 'key-revoked', reason: 'key-revoked', file: ENVELOPE_FILE, zip: await zipped(entries), keys: revoked },
    {
      name: 'payload-type',
      reason: 'payload-type-wrong',
      file: ENVELOPE_FILE,
      zip: await made({ payloadType: 'text/plain' }),
    },
    {
      name: 'predicate-type',
      reason: 'statement-wrong',
      file: ENVELOPE_FILE,
      zip: await made({ predicateType: 'https://example.org/' }),
    },
    {
      name: 'envelope-reformatted',
      reason: 'envelope-unreadable',
      file: ENVELOPE_FILE,
      zip: await swapped(ENVELOPE_FILE, envelope),
    },
    {
      name: 'signed-bytes-altered',
      reason: 'signed-bytes-differ',
      file: SIGNED_FILE,
      zip: await swapped(SIGNED_FILE, text('DSSEv1')),
    },
    {
      name: 'signature-altered',
      reason: 'signature-differs',
      file: SIGNATURE_FILE,
      zip: await swapped(SIGNATURE_FILE, new Uint8Array(64)),
    },
    { name: 'manifest-altered', reason: 'sums-differ', file: SUMS_FILE, zip: await swapped(MANIFEST_FILE, listed) },
    { name: 'sums-altered', reason: 'sums-differ', file: SUMS_FILE, zip: await swapped(SUMS_FILE, text('')) },
    {
      name: 'format-unknown',
      reason: 'format-unknown',
      file: MANIFEST_FILE,
      zip: await made({ format: 'proofline-evidence-pack/9' }),
    },
    { name: 'readme-rewritten', reason: 'changed', file: README, zip: await swapped(README, text('# Another pack\n')) },
  ]
}

/** Another list, in itself right, under an old signature; and keys that are called like others. */
async function exchanged(spec: PackSpec, entries: PackEntries): Promise<TamperedPack[]> {
  const other = await packEntries({ ...spec, files: { [GAPS]: 'requirement,quarter,gap\nnone\n' } })
  const signed = new Map(other)
  for (const file of [ENVELOPE_FILE, SIGNED_FILE, SIGNATURE_FILE])
    signed.set(file, entries.get(file) ?? new Uint8Array())
  const pem = PACK_PATHS.pem(spec.evidence.published.kid)
  const theirs = `${pemOf((await testKey('evidence')).published.jwk)}\n`
  const swapped = await packEntries({ ...spec, files: { [pem]: theirs } })
  return [
    { name: 'list-exchanged', reason: 'subjects-differ', file: SUMS_FILE, zip: await zipped(signed) },
    { name: 'pem-exchanged', reason: 'keys-differ', file: pem, zip: await zipped(swapped) },
  ]
}

/** Whoever holds the key may sign what they like; the chain of the audit log is held by another key. */
async function logTampered(spec: PackSpec, entries: PackEntries): Promise<TamperedPack> {
  const file = PACK_PATHS.auditEntries
  const [one, two, ...lines] = new TextDecoder().decode(entries.get(file)).split('\n')
  const zip = await zipped(await packEntries({ ...spec, files: { [file]: [two, one, ...lines].join('\n') } }))
  return { name: 'log-entries-swapped', reason: 'audit-log-broken', file, zip }
}
