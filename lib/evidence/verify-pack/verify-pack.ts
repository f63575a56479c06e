import type { PackManifest } from '@/lib/model/pack-manifest'
import type { PackSigner, PackTimestamp, PackVerdict, PackVerification } from '@/lib/model/pack-verification'
import type { PublishedKeys } from '@/lib/model/signed-statement'
import { TIMESTAMP_FILE } from '../pack-layout'
import { keyHistory, packKeys } from './key-history'
import { openArchive, type PackArchive } from './pack-archive'
import { packAuditLog } from './pack-audit-log'
import { compareFiles, type Progress } from './pack-contents'
import { packEnvelope } from './pack-envelope'
import { type PackFaults, packFaults } from './pack-faults'
import { type PackList, packList, requireListedFiles } from './pack-list'
import { namedKey, requireSignature, requireStanding, signerOf } from './pack-signer'
import { type Hasher, sha256Hasher, sha256Of } from './sha256'

const MOST_TIMESTAMP_BYTES = 1_048_576

export type VerifyOptions = {
  /** Computes SHA-256 in pieces; a server hands in a faster one. */
  hasher?: () => Hasher
  /** Told after each file that was compared. */
  progress?: Progress
  /** Certificates (DER) of timestamp authorities to believe. */
  authorities?: readonly Uint8Array<ArrayBuffer>[]
}

type Walk = {
  found: PackFaults
  archive: PackArchive
  given: PublishedKeys | null
  options: Required<VerifyOptions>
  report: Pick<PackVerification, 'signer' | 'about' | 'files' | 'auditLog' | 'timestamp'>
}

/**
 * Verifies an evidence pack from its bytes alone, in a browser or on a server, without unpacking it anywhere: every byte
 * of the file belongs to a file of the pack, every file is the one that was listed and signed, and the signature is by a
 * key of the history `keys`. With `keys` null the keys inside the pack are used, and the verdict is `signer-unconfirmed`
 * at best: see PackVerdict. What is wrong is in the answer; only a machine that cannot verify Ed25519 makes it throw.
 */
export async function verifyPack(
  blob: Blob,
  keys: PublishedKeys | null,
  options: VerifyOptions = {},
): Promise<PackVerification> {
  const found = packFaults()
  const report: Walk['report'] = {
    signer: null,
    about: null,
    files: { listed: 0, unaltered: 0, bytes: 0 },
    auditLog: null,
    timestamp: null,
  }
  const archive = await found.check(
    'container',
    () => openArchive(blob),
    ({ entries }) =>
      `A ZIP archive of ${counted(entries.length, 'file')}, every name safe and its list of files sound.`,
  )
  const given = keys && (await found.tried(() => keyHistory(keys)))
  if (archive) {
    await walk({
      found,
      archive,
      given,
      options: {
        hasher: options.hasher ?? sha256Hasher,
        progress: options.progress ?? (() => {}),
        authorities: options.authorities ?? [],
      },
      report,
    })
  }
  const verdict = verdictOf(found, report.signer)
  return { ok: verdict === 'verified', verdict, faults: found.faults, checks: found.checks, ...report }
}

function verdictOf({ faults }: PackFaults, signer: PackSigner | null): PackVerdict {
  if (faults.length > 0 || !signer) return 'refused'
  return signer.standing === 'unconfirmed' ? 'signer-unconfirmed' : 'verified'
}

async function walk(way: Walk): Promise<void> {
  const { found, archive, report } = way
  const list = await listed(way)
  if (!list) return
  const { files, organization } = list.manifest
  report.about = aboutOf(list.manifest)
  report.files = { listed: files.length, unaltered: 0, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
  const history = await signed(way, list)
  await found.check(
    'files',
    async () => {
      report.files.unaltered = await compareFiles(archive, files, found, way.options)
    },
    () => filesSentence(report.files),
  )
  // What is missing was written down with the list; it is no file that is as it was listed either.
  const last = found.checks.at(-1)
  if (last && report.files.unaltered < files.length) last.passed = false
  if (history) {
    report.auditLog = await found.check(
      'audit-log',
      () => packAuditLog(archive, organization.id, history),
      auditSentence,
    )
  } else found.skip('audit-log', 'Not looked at: there are no keys to hold it against.')
  await timestamped(way, list)
}

const listed = ({ found, archive }: Walk): Promise<PackList | null> =>
  found.check(
    'manifest',
    async () => {
      const list = await packList(archive)
      await requireListedFiles(archive, list, found)
      return list
    },
    () => 'The list of files names every file in the pack, in its order, and nothing else.',
  )

/** Holds the signature against the keys; gives the keys that the rest is held against. */
async function signed(way: Walk, list: PackList): Promise<PublishedKeys | null> {
  const { found, archive, given, report } = way
  const own = await found.tried(() => packKeys(archive, given))
  const envelope = await found.tried(() => packEnvelope(archive, list))
  const history = given ?? own
  if (!envelope || !history) {
    found.skip('signature', 'Not looked at: there is no envelope and key to hold it against.')
    return history
  }
  const { kid } = envelope
  const key = namedKey(kid, history)
  report.signer = signerOf(kid, key, given !== null)
  if (key) {
    const sentence = `The list of files is signed by the key ${kid}.`
    await found.check(
      'signature',
      () => requireSignature(envelope, key),
      () => sentence,
    )
  } else found.skip('signature', 'Not looked at: the key it names is not known.')
  await found.check(
    'signer',
    async () => requireStanding(kid, key, list.manifest.asOf, given !== null),
    ({ replacedAt }) => signerSentence(replacedAt, given !== null),
  )
  return history
}

function signerSentence(replacedAt: string | null, isGiven: boolean): string {
  if (!isGiven) return 'The key is the one inside the pack. Anybody can make such a pack: compare its fingerprint.'
  return replacedAt === null
    ? 'The key is in the key history and signs now.'
    : `The key is in the key history; it signed until ${replacedAt}.`
}

/** Loads what reads certificates only for a pack that carries a timestamp. */
async function timestamped({ found, archive, options, report }: Walk, { bytes }: PackList): Promise<void> {
  if (!archive.entries.some(({ path }) => path === TIMESTAMP_FILE)) {
    return found.skip('timestamp', 'The pack carries none: when it was made is its own word.')
  }
  report.timestamp = await found.check(
    'timestamp',
    async () => {
      const { timestampToken } = await import('./timestamp-token')
      const response = await archive.read(TIMESTAMP_FILE, MOST_TIMESTAMP_BYTES)
      const { at, authority, trusted } = await timestampToken(response, sha256Of(bytes), options.authorities)
      return { at, authority, trusted }
    },
    timestampSentence,
  )
}

const timestampSentence = ({ at, authority, trusted }: PackTimestamp): string =>
  trusted
    ? `${authority} vouches that the list of files existed on ${at}; its certificate leads to the authority that was given.`
    : `A timestamp over the list of files says ${at} and is signed by “${authority}”. Whether that is an authority was not checked: none was named.`

const aboutOf = ({ organization, framework, period, asOf, preparedBy, generator }: PackManifest) => ({
  organization: organization.name,
  synthetic: organization.synthetic,
  framework: `${framework.name} ${framework.version}`,
  period,
  asOf,
  preparedBy,
  generator: `${generator.name} ${generator.version}`,
})

const filesSentence = ({ listed, unaltered }: PackVerification['files']): string =>
  unaltered === listed
    ? `All ${listed} files are the ones that were listed.`
    : `${unaltered} of ${listed} files are the ones that were listed; the others are not there.`

const counted = (n: number, what: string): string => `${n} ${n === 1 ? what : `${what}s`}`

function auditSentence(log: PackVerification['auditLog']): string {
  if (!log || log.entries === 0) return 'The pack holds no entries of the audit log.'
  const signed = log.signedUpTo === null ? 'no signed head lies among them' : `signed up to entry ${log.signedUpTo}`
  const withheld =
    log.withheld === 0 ? '' : `; of ${log.withheld} only the place is told, because they are about something else`
  return `Entries ${log.from} to ${log.to} of the audit log are unbroken; ${signed}${withheld}.`
}
