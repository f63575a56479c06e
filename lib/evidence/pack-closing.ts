import { canonicalJson } from '@/lib/kernel/canonical-json'
import { PACK_FORMAT, type PackFile, type PackManifest } from '@/lib/model/pack-manifest'
import { type InTotoStatement, PACK_PREDICATE, STATEMENT_TYPE } from '@/lib/model/signed-statement'
import { MANIFEST_FILE, PACK_PATHS, SUMS_FILE } from './pack-layout'

/** A key of the pack and the file that holds its public half. */
export type KeyName = { kid: string; pem: string }

/** In the order of their code units: the one order of paths in a pack. */
export const byPath = <T extends { path: string }>(files: readonly T[]): T[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

/** The bytes of manifest.json: canonical JSON (RFC 8785). */
export const manifestText = (manifest: PackManifest): string => canonicalJson(manifest)

/** MANIFEST: what `sha256sum --check` reads, files first and manifest.json last. */
export const sumsText = (files: readonly PackFile[], manifestSha256: string): string =>
  [...files, { path: MANIFEST_FILE, sha256: manifestSha256 }].map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

/** What is signed: every file by its digest, MANIFEST and manifest.json last, and in short what the pack is. */
export const packStatement = (
  manifest: PackManifest,
  { manifestSha256, sumsSha256 }: { manifestSha256: string; sumsSha256: string },
): InTotoStatement => ({
  _type: STATEMENT_TYPE,
  subject: [
    ...manifest.files,
    { path: SUMS_FILE, sha256: sumsSha256 },
    { path: MANIFEST_FILE, sha256: manifestSha256 },
  ].map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
  predicateType: PACK_PREDICATE,
  predicate: {
    format: PACK_FORMAT,
    organization: manifest.organization.id,
    framework: manifest.framework.id,
    period: manifest.period,
    asOf: manifest.asOf,
    manifest: manifestSha256,
  },
})

export const keyName = (kid: string): KeyName => ({ kid, pem: PACK_PATHS.pem(kid) })
