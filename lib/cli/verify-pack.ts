import { createHash, X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { verifyPack } from '@/lib/evidence/verify-pack/verify-pack'
import { AppError } from '@/lib/kernel/app-error'
import type { PackVerification } from '@/lib/model/pack-verification'
import { PublishedKeys } from '@/lib/model/signed-statement'
import {
  packCheckOutcome,
  packCheckTitle,
  packVerdictLine,
  packVerdictTitle,
} from '@/lib/presentation/pack-verification'
import { publishKeys } from '@/lib/services/publish-keys'
import { type Answer, remark } from './answering'
import { fileBlob, readJsonFile } from './input-file'
import { withDatabase } from './with-database'

const EXIT_CODES = { verified: 0, refused: 1, 'signer-unconfirmed': 3 } as const

type Asked = { keys?: string; tsaCa?: string }
type History = { keys: PublishedKeys | null; source: string }

/**
 * `proofline verify PACK.zip`: reads the pack and writes nothing, wherever. Exit code 0 when it is verified, 1 when it is
 * refused, 3 when it is whole and there was no key history to say whose it is. Throws `invalid` for a file that cannot be
 * read.
 */
export async function verifyPackFile(path: string, { keys, tsaCa }: Asked): Promise<Answer> {
  const blob = await fileBlob(path)
  const history = await historyOf(keys)
  const authorities = tsaCa === undefined ? [] : await certificatesIn(tsaCa)
  const found = await verifyPack(blob, history.keys, { hasher: () => createHash('sha256'), authorities })
  return {
    json: { file: path, keysFrom: history.source, ...found },
    text: textOf(found, history.source),
    code: EXIT_CODES[found.verdict],
  }
}

/** The certificates of a PEM file, as DER. */
async function certificatesIn(path: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const text = await (await fileBlob(path)).text()
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    if (blocks.length === 0) throw new Error('there is none in it')
    return blocks.map((block) => Uint8Array.from(new X509Certificate(block).raw))
  } catch (cause) {
    throw new AppError('invalid', { detail: `${path} is not a PEM file of certificates.`, cause })
  }
}

/** The history that was named, or the one of the installation at hand, or none. */
async function historyOf(file: string | undefined): Promise<History> {
  if (file !== undefined) return { keys: await readJsonFile(file, PublishedKeys), source: file }
  if (hasInstallation()) {
    try {
      return { keys: await withDatabase(publishKeys), source: 'this installation' }
    } catch (error) {
      remark(
        `The keys of the installation here cannot be had: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  return { keys: null, source: 'the pack itself' }
}

/** A database that is there already; none is made only to look for keys. */
const hasInstallation = (): boolean => env().databaseUrl !== null || existsSync(join(env().dataDir, 'postgres.json'))

function textOf(found: PackVerification, source: string): string {
  const { about, signer, checks, faults } = found
  const subject =
    about &&
    `${about.organization}, ${about.framework}, ${about.period.from} to ${about.period.to}, as of ${about.asOf}`
  return [
    `${packVerdictTitle(found)}. ${packVerdictLine(found)}`,
    ...(subject ? [subject] : []),
    ...(about?.synthetic ? ['Its data is synthetic: it describes no real organization.'] : []),
    ...(signer ? [`Key fingerprint: ${signer.kid}`] : []),
    `Keys from: ${source}`,
    ...checks.map((check) => `  ${packCheckTitle(check.check)}: ${packCheckOutcome(check)}. ${check.sentence}`),
    ...faults.map(({ file, reason, sentence }) => `  ${reason}${file === null ? '' : `, ${file}`}: ${sentence}`),
  ].join('\n')
}
