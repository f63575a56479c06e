import { createHash } from 'node:crypto'
import { BlobWriter, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import { chained, headText } from '@/lib/evidence/audit-chain'
import { envelopeOf, preAuthEncoding } from '@/lib/evidence/dsse'
import {
  ENVELOPE_FILE,
  MANIFEST_FILE,
  PACK_PATHS,
  SIGNATURE_FILE,
  SIGNED_FILE,
  SUMS_FILE,
} from '@/lib/evidence/pack-layout'
import { pemOf, thumbprint } from '@/lib/evidence/verify-pack/key-history'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import { PACK_FORMAT, type PackManifest } from '@/lib/model/pack-manifest'
import { PACK_PREDICATE, type PublishedKey, STATEMENT_PAYLOAD, STATEMENT_TYPE } from '@/lib/model/signed-statement'

export type TestKey = { published: PublishedKey; sign(bytes: Uint8Array): Promise<Uint8Array> }
/** The files of a pack in their order, as they lie in the ZIP. */
export type PackEntries = Map<string, Uint8Array>

const ORGANIZATION = '01890a5d-ac96-774b-bcce-b302099a8057'
const AS_OF = '2026-07-01T00:00:00.000Z'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

/** A key of its own, which signs at once. */
export async function testKey(purpose: PublishedKey['purpose'], dates: Partial<PublishedKey> = {}): Promise<TestKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('a signing key is a pair')
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const jwk = { kty: 'OKP', crv: 'Ed25519', x } as const
  const published: PublishedKey = {
    kid: thumbprint(jwk),
    jwk,
    purpose,
    validFrom: '2026-01-01T00:00:00.000Z',
    replacedAt: null,
    revokedAt: null,
    revokedFor: null,
    ...dates,
  }
  return {
    published,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, Uint8Array.from(data))),
  }
}

export type PackSpec = {
  evidence: TestKey
  audit: TestKey
  /** What keys/keys.json holds instead of these two. */
  keys?: readonly PublishedKey[]
  asOf?: string
  format?: string
  payloadType?: string
  predicateType?: string
  /** More files, other content for a path, or null for none. */
  files?: Record<string, string | null>
  /** Changes manifest.json before it is listed and signed. */
  manifest?: (manifest: PackManifest) => unknown
}

/** The files of a good pack, signed by a key of the test's own. */
export async function packEntries(spec: PackSpec): Promise<PackEntries> {
  const content = await contentOf(spec)
  const files = [...content].map(([path, data]) => ({
    path,
    sha256: sha256(data),
    bytes: data.length,
    mediaType: 'text/plain',
  }))
  const whole = manifestOf(spec, files)
  const manifest = bytes(canonicalJson(spec.manifest ? spec.manifest(whole) : whole))
  const sums = bytes(
    [...files, { path: MANIFEST_FILE, sha256: sha256(manifest) }].map((f) => `${f.sha256}  ${f.path}\n`).join(''),
  )
  const listed = [
    ...files,
    { path: SUMS_FILE, sha256: sha256(sums) },
    { path: MANIFEST_FILE, sha256: sha256(manifest) },
  ]
  const statement = {
    _type: STATEMENT_TYPE,
    subject: listed.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    predicateType: spec.predicateType ?? PACK_PREDICATE,
    predicate: { format: PACK_FORMAT },
  }
  const closing = await signedFiles(spec, bytes(canonicalJson(statement)))
  return new Map([...content, [SUMS_FILE, sums], [MANIFEST_FILE, manifest], ...closing])
}

async function signedFiles({ evidence, payloadType = STATEMENT_PAYLOAD }: PackSpec, payload: Uint8Array) {
  const encoded = preAuthEncoding(payloadType, payload)
  const signature = await evidence.sign(encoded)
  const envelope = envelopeOf(payloadType, payload, { kid: evidence.published.kid, signature })
  return [
    [ENVELOPE_FILE, bytes(canonicalJson(envelope))],
    [SIGNED_FILE, encoded],
    [SIGNATURE_FILE, signature],
  ] as const
}

async function contentOf(spec: PackSpec): Promise<PackEntries> {
  const keys = spec.keys ?? [spec.audit.published, spec.evidence.published]
  const texts: Record<string, string | null> = {
    [PACK_PATHS.readme]: '# Evidence pack\n',
    [PACK_PATHS.index]: `control,test,files\n${'AC-2,accounts,populations/accounts.csv\n'.repeat(40)}`,
    [PACK_PATHS.gaps]: 'requirement,quarter,gap\n',
    [PACK_PATHS.population('accounts')]:
      `id,name\n${Array.from({ length: 200 }, (_, at) => `${at},account ${at}\n`).join('')}`,
    [PACK_PATHS.evidence('IAM-01', sha256('policy'), 'policy.txt')]: 'policy',
    [PACK_PATHS.keys]: canonicalJson({ format: 'proofline-keys/1', keys }),
    ...Object.fromEntries(keys.map(({ kid, jwk }) => [PACK_PATHS.pem(kid), `${pemOf(jwk)}\n`])),
    ...(await auditSlice(spec.audit)),
    ...spec.files,
  }
  const sorted = Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.flatMap(([path, text]) => (text === null ? [] : [[path, bytes(text)]])))
}

/** Five entries from the third of a chain on, with a signed head at the fifth. */
async function auditSlice(key: TestKey): Promise<Record<string, string>> {
  const after = { seq: 2, hash: sha256('the second entry') }
  const entries = chained(
    sha256,
    ORGANIZATION,
    after,
    Array.from({ length: 5 }, (_, at) => auditEntry(at)),
  )
  const signed = entries[2]
  if (!signed) throw new Error('no third entry')
  const head = { seq: signed.seq, hash: signed.hash, at: AS_OF }
  const signature = Buffer.from(await key.sign(bytes(headText(ORGANIZATION, head)))).toString('base64url')
  const heads = [{ ...head, kid: key.published.kid, signature }]
  return {
    [PACK_PATHS.auditEntries]: entries.map((entry) => `${canonicalJson(entry)}\n`).join(''),
    [PACK_PATHS.auditHeads]: canonicalJson({
      format: 'proofline-audit-slice/1',
      organizationId: ORGANIZATION,
      after,
      heads,
    }),
  }
}

const auditEntry = (at: number) => ({
  id: `01890a5d-ac96-774b-bcce-b302099a805${at}`,
  at: AS_OF,
  actorKind: 'user',
  actorId: null,
  actorName: 'An auditor',
  action: 'evidence-pack.exported',
  subject: `pack ${at}`,
  detail: { size: at },
  sessionId: null,
  address: null,
  decision: null,
  beforeDigest: null,
  afterDigest: null,
})

const manifestOf = ({ asOf = AS_OF, format = PACK_FORMAT }: PackSpec, files: PackManifest['files']): PackManifest => ({
  format: format as typeof PACK_FORMAT,
  organization: { id: ORGANIZATION, slug: 'meridian', name: 'Meridian Health', synthetic: true },
  framework: { id: 'soc2', name: 'SOC 2', version: '2017' },
  period: { from: '2026-01-01', to: '2026-06-30' },
  deployments: [],
  asOf,
  preparedBy: 'An auditor',
  sampling: { seed: 'a seed', size: 10, chosen: {} },
  formulas: { score: '1' },
  generator: { name: 'Proofline', version: '0.1.0' },
  files,
})

/** A ZIP as packs are: no dates, no attributes, in the given order. `level` 0 stores. */
export async function zipped(
  entries: Iterable<readonly [string, Uint8Array]>,
  level = 6,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, keepOrder: true, extendedTimestamp: false })
  for (const [path, data] of entries) {
    await writer.add(path, new Uint8ArrayReader(data), { ...FIXED, level })
  }
  return new Uint8Array(await (await writer.close()).arrayBuffer())
}

const FIXED = {
  rawLastModDate: 0x00210000,
  lastModDate: new Date(0),
  versionMadeBy: 20,
  externalFileAttributes: 0,
} as const
