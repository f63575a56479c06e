/**
 * How an evidence pack is laid out. In the ZIP stand, in this order: the files of `manifest.json` by path (code units),
 * then MANIFEST, manifest.json, and what signs them. Every byte of the file is accounted for: entries without comments and
 * without extra fields but ZIP64, stored or deflated, nothing between them (a data descriptor has its signature), the same
 * attributes for all.
 */
export const PACK_PATHS = {
  readme: 'README.md',
  index: 'index.csv',
  gaps: 'gaps.csv',
  population: (name: string) => `populations/${name}.csv`,
  populationQuery: (name: string) => `populations/${name}.query.json`,
  sample: (name: string) => `samples/${name}.csv`,
  selection: 'samples/selection.json',
  evidence: (capability: string, sha256: string, fileName: string) =>
    `evidence/${capability}/${sha256.slice(0, 12)}-${fileName}`,
  requestFile: (request: string, sha256: string, fileName: string) =>
    `requests/${request}/${sha256.slice(0, 12)}-${fileName}`,
  requests: 'requests/requests.json',
  oscal: (document: string) => `oscal/${document}.json`,
  findings: 'findings/findings.ocsf.json',
  /** A slice of the chain without a gap, see lib/model/audit-slice.ts. */
  auditEntries: 'audit-log/entries.jsonl',
  auditHeads: 'audit-log/heads.json',
  statement: (kind: string, id: string) => `statements/${kind}-${id}.dsse.json`,
  statementInputs: (sha256: string) => `statements/inputs/${sha256}.json`,
  keys: 'keys/keys.json',
  pem: (kid: string) => `keys/${kid}.pem`,
} as const

/** Every file of manifest.json, and manifest.json itself as the last, in the form `sha256sum -c` reads. */
export const SUMS_FILE = 'MANIFEST'
export const MANIFEST_FILE = 'manifest.json'
/**
 * DSSE envelope around an in-toto statement whose subjects are all files above in their order, MANIFEST and manifest.json
 * being the last two. Envelope and statement are canonical JSON, so that there is one text of each.
 */
export const ENVELOPE_FILE = 'manifest.dsse.json'
/** The bytes that were signed (DSSE's PAE), and the 64 bytes of the Ed25519 signature: for `openssl pkeyutl -rawin`. */
export const SIGNED_FILE = 'manifest.pae'
export const SIGNATURE_FILE = 'manifest.sig'
/** RFC 3161 response over the SHA-256 of manifest.json; not in every pack. */
export const TIMESTAMP_FILE = 'manifest.tsr'
/** The last files of every pack, in their order; what comes after manifest.json is in no list of hashes. */
export const CLOSING_FILES = [
  SUMS_FILE,
  MANIFEST_FILE,
  ENVELOPE_FILE,
  SIGNED_FILE,
  SIGNATURE_FILE,
  TIMESTAMP_FILE,
] as const

/** A name that unpacks to the same file everywhere: ASCII letters, digits, `.`, `_`, `-`, no leading dot, bounded. */
export const PACK_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}\/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/

/** A file name as a pack may carry it: what `PACK_PATH` does not allow becomes a dash. */
export const packFileName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80) || 'file'
