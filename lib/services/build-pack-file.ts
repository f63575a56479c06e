import type { PackWorkplace } from '@/lib/db/pack-files'
import { type PackZip, packZip } from '@/lib/db/pack-zip'
import type { OwnedPack, PackEnd } from '@/lib/db/repositories/evidence-packs'
import type { PopulationRow } from '@/lib/db/repositories/pack-reader'
import { forOrganization } from '@/lib/db/store'
import { OPERATION_FORMULA } from '@/lib/evidence/operation/formula'
import { byPath, keyName } from '@/lib/evidence/pack-closing'
import { packGaps, packIndex } from '@/lib/evidence/pack-index'
import { PACK_PATHS } from '@/lib/evidence/pack-layout'
import { packReadme } from '@/lib/evidence/pack-readme'
import { MATURITY_FORMULA } from '@/lib/maturity/formula'
import type { PackProgress } from '@/lib/model/evidence-pack'
import type { Organization } from '@/lib/model/organization'
import { PACK_FORMAT, type PackFile, type PackManifest } from '@/lib/model/pack-manifest'
import type { RequirementFramework } from '@/lib/model/requirement'
import product from '@/package.json'
import { CHECKS_FORMULA } from './evaluate-account'
import { packedAhead } from './pack-ahead'
import { auditSlicePieces } from './pack-audit-slice'
import { findingsPiece, oscalPieces } from './pack-documents'
import { evidencePieces } from './pack-evidence-files'
import { keyPieces } from './pack-keys'
import { MEDIA, type PackPiece, textPiece } from './pack-piece'
import { type PackPlace, packPlace, populationsOf } from './pack-place'
import { packPopulations, type WrittenPopulation } from './pack-populations'
import { requestPieces } from './pack-request-pieces'
import { reusableContents } from './pack-reuse'
import { closePack } from './pack-signing'
import { statementPieces } from './pack-statements'

type Building = {
  organizationId: string
  pack: OwnedPack
  workplace: PackWorkplace
  /** Changed as it goes. */
  progress: PackProgress
  signal: AbortSignal
}

/**
 * Writes the whole ZIP of a pack into its workplace. It holds what was so at the pack's instant, so that the same facts,
 * scope and sampling give the same bytes, whoever builds it, where and how often. Memory does not grow with what is in it.
 */
export async function buildPackFile(building: Building): Promise<PackEnd> {
  const made = await gather(building)
  const { progress, workplace, organizationId, signal } = building
  const { pieces, reused, manifest, kid, gaps } = made
  Object.assign(progress, {
    step: 'files',
    ofFiles: pieces.length,
    ofBytes: pieces.reduce((n, { bytes }) => n + bytes, 0),
  })
  const zip = await packZip(workplace.part)
  try {
    const files = await writePieces(zip, pieces, progress, signal)
    progress.step = 'signing'
    const closed = await closePack(zip, organizationId, { ...manifest, files }, kid)
    signal.throwIfAborted()
    return { ...(await zip.close()), ...closed, reusedBytes: reused(), gaps }
  } catch (error) {
    await zip.abandon()
    throw error
  }
}

/** One after the other, while the next is read and packed already. */
async function writePieces(zip: PackZip, pieces: readonly PackPiece[], progress: PackProgress, signal: AbortSignal) {
  const files: PackFile[] = []
  let next = pieces[0]?.content()
  for (const [i, { path, mediaType }] of pieces.entries()) {
    signal.throwIfAborted()
    const content = await next
    next = pieces[i + 1]?.content()
    // Asked for again when its turn comes; until then nobody waits for it.
    next?.catch(() => {})
    if (!content) break
    await zip.add(path, content)
    files.push({ path, sha256: content.sha256, bytes: content.bytes, mediaType })
    progress.files += 1
    progress.bytes += content.bytes
  }
  return files
}

/** Everything that goes in, in its order, made or ready to be made. */
async function gather(building: Building) {
  const { organizationId, pack, workplace, progress, signal } = building
  const { framework: id, period, deploymentIds, asOf, engagementId, sampling, requestedBy } = pack
  const scope = { framework: id, period, deploymentIds }
  const { spool } = workplace
  const { place, organization, deployments } = await lookUp(building)
  const { operations, asked } = place
  const reader = populationsOf(organizationId, asked)
  const evidence: PopulationRow[] = []
  // Who was let in for a scope learns nothing of acts outside it.
  const about = engagementId === null ? null : new Set([engagementId])
  const onRow = (population: string, row: PopulationRow) => {
    if (population === 'evidence') evidence.push(row)
    about?.add(String(row.id))
  }
  let filing: ReturnType<typeof filesOf> | null = null
  // Which files there are is known long before everything else is told.
  const onWritten = (population: string) => {
    if (population === 'evidence') filing = filesOf(building, evidence)
    filing?.catch(() => {})
  }
  const writing = { reader, organizationId, asked, sampling, runner: requestedBy, spool, signal, onRow, onWritten }
  const { populations, pieces: lists } = await packPopulations(writing)
  const { files, reused } = await (filing ?? filesOf(building, evidence))
  progress.step = 'documents'
  const making = { organization, scope, asOf, reader, spool, signal }
  const oscal = await oscalPieces(making)
  const documents = [
    ...oscal.pieces,
    await findingsPiece(making),
    ...(await auditSlicePieces({ organizationId, period, asOf, about, spool, signal })),
    ...(await statementPieces({ organizationId, scope, asOf })),
  ]
  const { kid, pieces: keys } = await keyPieces(asOf)
  const manifest = manifestOf(pack, { framework: place.framework, organization, deployments })
  const front = await frontPieces({ manifest, place, populations, files, kid, absent: oscal.absent })
  const pieces = byPath([...front, ...lists, ...documents, ...files, ...keys])
  return { pieces, reused, manifest, kid, gaps: operations.reduce((n, one) => n + one.gaps.length, 0) }
}

/** The files that came with answers and requests; those an earlier pack holds are taken from there. */
async function filesOf({ organizationId, pack, workplace, signal }: Building, evidence: readonly PopulationRow[]) {
  const { framework, asOf, engagementId } = pack
  const hashes = evidence.flatMap(({ sha256, file_removed_at: gone }) =>
    sha256 === null || gone !== null ? [] : [String(sha256)],
  )
  const { reusable, count } = await reusableContents(organizationId, new Set(hashes))
  const kept = { organizationId, reusable, spool: workplace.spool }
  const files = [
    ...(await requestPieces({ ...kept, framework, asOf, engagementId })),
    ...(await evidencePieces(kept, evidence)),
  ]
  return { files: packedAhead(files, signal), reused: count }
}

const lookUp = ({ organizationId, pack }: Building) =>
  forOrganization(organizationId, async (store) => ({
    place: await packPlace(store, pack),
    organization: await store.organization.get(),
    deployments: (await store.deployments.list()).filter((one) => pack.deploymentIds.includes(one.id)),
  }))

type Named = {
  framework: RequirementFramework
  organization: Organization
  deployments: readonly { id: string; name: string }[]
}

const manifestOf = (pack: OwnedPack, { framework, organization, deployments }: Named): Omit<PackManifest, 'files'> => ({
  format: PACK_FORMAT,
  organization: {
    id: organization.id,
    slug: organization.slug,
    name: organization.name,
    synthetic: organization.synthetic,
  },
  framework: { id: pack.framework, name: framework.name, version: framework.version },
  period: pack.period,
  deployments: deployments.map(({ id, name }) => ({ id, name })),
  asOf: pack.asOf,
  preparedBy: pack.requestedBy,
  sampling: pack.sampling,
  formulas: { checks: CHECKS_FORMULA, maturity: MATURITY_FORMULA, operation: OPERATION_FORMULA },
  generator: { name: 'Proofline', version: product.version },
})

type Front = {
  manifest: Omit<PackManifest, 'files'>
  place: PackPlace
  populations: readonly WrittenPopulation[]
  files: readonly PackPiece[]
  kid: string
  absent: readonly { name: string; reason: string }[]
}

/** What is read first, and told of everything else. */
function frontPieces({ manifest, place, populations, files, kid, absent }: Front): Promise<PackPiece[]> {
  const { framework, operations } = place
  const speaking = files.flatMap(({ path, speaksTo }) => (speaksTo === null ? [] : [{ path, speaksTo }]))
  const index = packIndex({ framework, operations, populations, files: byPath(speaking) })
  const readme = packReadme({ ...manifest, operations, signer: keyName(kid), populations, absent })
  return Promise.all([
    textPiece(PACK_PATHS.readme, MEDIA.markdown, readme),
    textPiece(PACK_PATHS.index, MEDIA.csv, index),
    textPiece(PACK_PATHS.gaps, MEDIA.csv, packGaps(operations)),
  ])
}
