import { PACK_FORMAT, PackManifest } from '@/lib/model/pack-manifest'
import { CLOSING_FILES, MANIFEST_FILE, SUMS_FILE, TIMESTAMP_FILE } from '../pack-layout'
import type { PackArchive } from './pack-archive'
import type { PackFaults } from './pack-faults'
import { PackRefused } from './pack-refused'
import { sha256Of } from './sha256'

/** The list of a pack's files is read whole, and so is what signs it. */
export const MOST_LIST_BYTES = 134_217_728

export type PackList = { manifest: PackManifest; bytes: Uint8Array; sums: Uint8Array }

/**
 * Reads manifest.json and holds MANIFEST against it. Throws `missing`, `manifest-unreadable`, `format-unknown` or
 * `sums-differ`.
 */
export async function packList(archive: PackArchive): Promise<PackList> {
  const bytes = await archive.read(MANIFEST_FILE, MOST_LIST_BYTES)
  const manifest = manifestOf(bytes)
  const sums = await archive.read(SUMS_FILE, MOST_LIST_BYTES)
  if (textOf(sums, SUMS_FILE) !== sumsOf(manifest, bytes)) {
    throw new PackRefused('sums-differ', SUMS_FILE, `${SUMS_FILE} does not list what ${MANIFEST_FILE} lists.`)
  }
  return { manifest, bytes, sums }
}

/** MANIFEST as it has to be, in the form of `sha256sum`. */
const sumsOf = ({ files }: Pick<PackManifest, 'files'>, manifest: Uint8Array): string =>
  [...files, { sha256: sha256Of(manifest), path: MANIFEST_FILE }]
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('')

function manifestOf(bytes: Uint8Array): PackManifest {
  const value = jsonOf(bytes, MANIFEST_FILE)
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format !== PACK_FORMAT) {
    const named = typeof format === 'string' ? `“${format.slice(0, 60)}”` : 'none'
    throw new PackRefused(
      'format-unknown',
      MANIFEST_FILE,
      `The pack’s format is ${named}; what is known here is “${PACK_FORMAT}”.`,
    )
  }
  const parsed = PackManifest.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new PackRefused(
    'manifest-unreadable',
    MANIFEST_FILE,
    `${MANIFEST_FILE} does not say what it has to: ${issue?.path.join('.')} ${issue?.message}.`,
  )
}

/** JSON of a file. Throws `manifest-unreadable` for anything else. */
export function jsonOf(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(textOf(bytes, file))
  } catch (cause) {
    if (cause instanceof PackRefused) throw cause
    throw new PackRefused('manifest-unreadable', file, `${file} is not JSON.`, cause)
  }
}

export function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new PackRefused('manifest-unreadable', file, `${file} is not text in UTF-8.`, cause)
  }
}

/** Writes down each file that is listed and not there, there and not listed, or not in its place. */
export async function requireListedFiles(
  archive: PackArchive,
  { manifest }: PackList,
  found: PackFaults,
): Promise<void> {
  const there = new Set(archive.entries.map(({ path }) => path))
  const closing = CLOSING_FILES.filter((path) => path !== TIMESTAMP_FILE || there.has(path))
  const listed = manifest.files.map(({ path }) => path)
  const expected = [...listed, ...closing]
  const known = new Set(expected)
  for (const path of expected) {
    if (!there.has(path)) await found.tried(() => refuse('missing', path, 'is listed and is missing'))
  }
  for (const { path } of archive.entries) {
    if (!known.has(path)) await found.tried(() => refuse('not-listed', path, 'is in the pack and in no list'))
  }
  if (found.faults.length > 0) return
  const misplaced = expected.find((path, at) => archive.entries[at]?.path !== path)
  const unsorted = listed.find((path, at) => at > 0 && path <= (listed[at - 1] ?? ''))
  const wrong = misplaced ?? unsorted
  if (wrong !== undefined) await found.tried(() => refuse('out-of-order', wrong, 'is not in its place'))
}

function refuse(reason: 'missing' | 'not-listed' | 'out-of-order', path: string, why: string): never {
  throw new PackRefused(reason, path, `${path} ${why}.`)
}
