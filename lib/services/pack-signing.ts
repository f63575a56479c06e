import { createHash } from 'node:crypto'
import { packedWhole } from '@/lib/db/pack-content'
import type { PackZip } from '@/lib/db/pack-zip'
import { sha256 } from '@/lib/db/sha256'
import { forOrganization } from '@/lib/db/store'
import { openEnvelope } from '@/lib/evidence/dsse'
import { manifestText, packStatement, sumsText } from '@/lib/evidence/pack-closing'
import {
  ENVELOPE_FILE,
  MANIFEST_FILE,
  SIGNATURE_FILE,
  SIGNED_FILE,
  SUMS_FILE,
  TIMESTAMP_FILE,
} from '@/lib/evidence/pack-layout'
import { AppError } from '@/lib/kernel/app-error'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { PackManifest } from '@/lib/model/pack-manifest'
import { requestTimestamp } from '@/lib/sources/timestamp'

/** What a pack ends in: its lists of hashes and who signed them. */
export type Closed = { manifest: string; kid: string; timestampedAt: string | null; files: number }

/**
 * Adds the closing files to a ZIP that holds everything else. `kid` is the key the pack says signs it. A time stamp is
 * another one each time: with an authority configured, packs of the same facts differ in that file alone. Throws unavailable
 * when another key signs by now or the authority gives none; done anew it may come right.
 */
export async function closePack(
  zip: PackZip,
  organizationId: string,
  manifest: PackManifest,
  kid: string,
): Promise<Closed> {
  const text = manifestText(manifest)
  const manifestSha256 = sha256(text)
  const sums = sumsText(manifest.files, manifestSha256)
  const statement = packStatement(manifest, { manifestSha256, sumsSha256: sha256(sums) })
  const { kid: signedBy, envelope } = await forOrganization(organizationId, ({ signer }) => signer.sign(statement))
  if (signedBy !== kid) throw new AppError('unavailable', { reason: 'the signing key was replaced during the build' })
  const { signed, signature } = openEnvelope(envelope)
  const closing: [string, Uint8Array][] = [
    [SUMS_FILE, Buffer.from(sums)],
    [MANIFEST_FILE, Buffer.from(text)],
    [ENVELOPE_FILE, Buffer.from(canonicalJson(envelope))],
    [SIGNED_FILE, signed],
    [SIGNATURE_FILE, signature],
  ]
  const stamp = await requestTimestamp(manifestSha256)
  if (stamp) closing.push([TIMESTAMP_FILE, stamp.response])
  for (const [path, bytes] of closing)
    await zip.add(path, await packedWhole(bytes, 'text/plain', createHash('sha256').update(bytes).digest('hex')))
  return {
    manifest: manifestSha256,
    kid,
    timestampedAt: stamp?.at ?? null,
    files: manifest.files.length + closing.length,
  }
}
