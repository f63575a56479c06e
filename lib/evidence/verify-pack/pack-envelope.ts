import { canonicalJson } from '@/lib/kernel/canonical-json'
import { DsseEnvelope, InTotoStatement, PACK_PREDICATE, STATEMENT_PAYLOAD } from '@/lib/model/signed-statement'
import { envelopeOf, openEnvelope } from '../dsse'
import { ENVELOPE_FILE, MANIFEST_FILE, SIGNATURE_FILE, SIGNED_FILE, SUMS_FILE } from '../pack-layout'
import type { PackArchive } from './pack-archive'
import { jsonOf, MOST_LIST_BYTES, type PackList, textOf } from './pack-list'
import { PackRefused } from './pack-refused'
import { sha256Of } from './sha256'

/** What was signed and by which key; that the signature is good is not said yet. */
export type SignedPack = { kid: string; signed: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }

const SIGNATURE_BYTES = 64

/**
 * Reads the envelope and holds everything against it that says the same in another form: the bytes that were signed, the
 * signature, the digests. There is one text of an envelope, so that no byte of it can be altered. Throws `missing`,
 * `envelope-unreadable`, `payload-type-wrong`, `statement-wrong`, `subjects-differ`, `signed-bytes-differ` or
 * `signature-differs`.
 */
export async function packEnvelope(archive: PackArchive, list: PackList): Promise<SignedPack> {
  const text = textOf(await archive.read(ENVELOPE_FILE, MOST_LIST_BYTES), ENVELOPE_FILE)
  const { payload, payloadType, signed, kid, signature } = opened(text)
  if (payloadType !== STATEMENT_PAYLOAD) {
    throw new PackRefused(
      'payload-type-wrong',
      ENVELOPE_FILE,
      `What was signed is “${payloadType.slice(0, 80)}”, not an in-toto statement.`,
    )
  }
  const form = canonicalJson(envelopeOf(payloadType, payload, { kid, signature }))
  if (text !== form && text !== `${form}\n`) throw unreadable('is not written as envelopes are')
  requireSubjects(statementOf(payload), list)
  if (!same(await archive.read(SIGNED_FILE, MOST_LIST_BYTES), signed)) {
    throw new PackRefused(
      'signed-bytes-differ',
      SIGNED_FILE,
      `${SIGNED_FILE} is not what ${ENVELOPE_FILE} says was signed.`,
    )
  }
  if (!same(await archive.read(SIGNATURE_FILE, SIGNATURE_BYTES), signature)) {
    throw new PackRefused(
      'signature-differs',
      SIGNATURE_FILE,
      `${SIGNATURE_FILE} is not the signature in ${ENVELOPE_FILE}.`,
    )
  }
  return { kid, signed, signature }
}

const unreadable = (why: string, cause?: unknown) =>
  new PackRefused('envelope-unreadable', ENVELOPE_FILE, `${ENVELOPE_FILE} ${why}.`, cause)

function opened(text: string) {
  try {
    const envelope = DsseEnvelope.parse(JSON.parse(text))
    return { payloadType: envelope.payloadType, ...openEnvelope(envelope) }
  } catch (cause) {
    throw unreadable('is no DSSE envelope with one signature', cause)
  }
}

function statementOf(payload: Uint8Array): InTotoStatement {
  const wrong = (why: string) => new PackRefused('statement-wrong', ENVELOPE_FILE, `The signed statement ${why}.`)
  const value = jsonOf(payload, ENVELOPE_FILE)
  const parsed = InTotoStatement.safeParse(value)
  if (!parsed.success) throw wrong('is no in-toto statement of version 1')
  if (canonicalJson(value) !== textOf(payload, ENVELOPE_FILE)) throw wrong('is not canonical JSON')
  if (parsed.data.predicateType !== PACK_PREDICATE) throw wrong('is about something else than an evidence pack')
  return parsed.data
}

/** The statement speaks of every file of the manifest, of MANIFEST and of manifest.json, and of nothing else. */
function requireSubjects({ subject }: InTotoStatement, { manifest, bytes, sums }: PackList): void {
  const said = new Map(subject.map(({ name, digest }) => [name, digest.sha256]))
  const own = [
    { path: SUMS_FILE, sha256: sha256Of(sums) },
    { path: MANIFEST_FILE, sha256: sha256Of(bytes) },
  ]
  const expected = [...own, ...manifest.files]
  const wrong = expected.find(({ path, sha256 }) => said.get(path) !== sha256)
  if (wrong)
    throw new PackRefused('subjects-differ', wrong.path, `What was signed says something else of ${wrong.path}.`)
  if (said.size !== expected.length || subject.length !== expected.length) {
    throw new PackRefused(
      'subjects-differ',
      ENVELOPE_FILE,
      `What was signed speaks of ${subject.length} files, the list of ${expected.length}.`,
    )
  }
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])
