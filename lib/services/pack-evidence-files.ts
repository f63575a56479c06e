import { blobStore } from '@/lib/db/blobs'
import { isCompressed, type PackContent, packedFile } from '@/lib/db/pack-content'
import type { PopulationRow } from '@/lib/db/repositories/pack-reader'
import { sha256 } from '@/lib/db/sha256'
import { PACK_PATHS, packFileName } from '@/lib/evidence/pack-layout'
import { EVIDENCE_MEDIA, isEvidenceMedia } from '@/lib/model/evidence-file'
import { jsonText, MEDIA, type PackPiece, textPiece } from './pack-piece'

/** Contents that an earlier pack holds, by SHA-256; counted when one is taken. */
export type Reusable = (sha256: string, mediaType: string) => PackContent | null

type Kept = { organizationId: string; reusable: Reusable; spool: () => string }

/** A stored file as it stands in a pack: taken from an earlier pack, or read, compared with its hash and packed. */
export const storedPiece = (
  { organizationId, reusable, spool }: Kept,
  file: { path: string; mediaType: string; sha256: string; bytes: number; speaksTo: string | null },
): PackPiece => ({
  path: file.path,
  mediaType: file.mediaType,
  bytes: file.bytes,
  speaksTo: file.speaksTo,
  content: async () => {
    const blobs = blobStore(organizationId)
    const { sha256: of, mediaType } = file
    return (
      reusable(of, mediaType) ??
      packedFile(blobs.blocks(of), { mediaType, path: spool(), stream: () => blobs.stream(of) })
    )
  },
})

/** Whether a content of that kind would be packed the same way now. */
export const isPackedAlike = ({ method }: PackContent, mediaType: string): boolean =>
  (method === 'stored') === isCompressed(mediaType)

/**
 * The files and links of rows of evidence, by capability; the same file given twice under one name is there once, and one
 * whose bytes a retention rule removed is not.
 */
export async function evidencePieces(kept: Kept, rows: readonly PopulationRow[]): Promise<PackPiece[]> {
  const free = freePaths()
  const pieces = await Promise.all(
    rows
      .filter((row) => row.file_removed_at === null)
      .map((row) => (row.sha256 === null ? linkPiece(row, free) : filePiece(kept, row, free))),
  )
  return pieces.filter((piece) => piece !== null)
}

type Free = (place: (name: string) => string, name: string, sha256: string) => string | null

/**
 * Gives files names that collide with no other, also where letters are folded: null for a file that is there under that
 * name already. Two files whose hashes begin alike are told apart by more of the hash.
 */
export function freePaths(): Free {
  const taken = new Map<string, string>()
  const free: Free = (place, name, sha256) => {
    const path = place(name)
    const holder = taken.get(path.toLowerCase())
    if (holder === sha256) return null
    if (holder !== undefined) return free(place, `${sha256.slice(12, 36)}-${name}`, sha256)
    taken.set(path.toLowerCase(), sha256)
    return path
  }
  return free
}

function filePiece(kept: Kept, row: PopulationRow, free: Free): PackPiece | null {
  const [capability, of] = [String(row.capability), String(row.sha256)]
  const mediaType = String(row.media_type ?? 'application/octet-stream')
  const name = withEnding(packFileName(String(row.title)), mediaType)
  const path = free((unique) => PACK_PATHS.evidence(capability, of, unique), name, of)
  if (path === null) return null
  return storedPiece(kept, { path, mediaType, sha256: of, bytes: Number(row.bytes), speaksTo: capability })
}

/** Where a link leads is not fetched: it may be changed by whoever owns the place. */
async function linkPiece(row: PopulationRow, free: Free): Promise<PackPiece | null> {
  const { id, title, url, collected_on: collectedOn, expires_on: expiresOn, collector } = row
  const text = jsonText({ id, title, url, collectedOn, expiresOn, collector })
  const [capability, of] = [String(row.capability), sha256(text)]
  const name = `${packFileName(String(title))}.url.json`
  const path = free((unique) => PACK_PATHS.evidence(capability, of, unique), name, of)
  return path === null ? null : textPiece(path, MEDIA.json, text, capability)
}

/** A file opens with what its kind is opened with, whatever its title ends in. */
export function withEnding(name: string, mediaType: string): string {
  const ending = isEvidenceMedia(mediaType) ? EVIDENCE_MEDIA[mediaType] : 'bin'
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`
}
