import { readFile } from 'node:fs/promises'
import { BlobReader, ZipReader } from '@zip.js/zip.js'
import { packFiles } from '@/lib/db/pack-files'
import type { Actor } from '@/lib/model/actor'
import { PackRequest } from '@/lib/model/evidence-pack'
import { approveAssessment } from '@/lib/services/approve-assessment'
import { buildPack } from '@/lib/services/build-pack'
import { getPack } from '@/lib/services/get-pack'
import { importIncidents } from '@/lib/services/import-incidents'
import { linkEvidence } from '@/lib/services/link-evidence'
import { requestPack } from '@/lib/services/request-pack'
import { submitAssessment } from '@/lib/services/submit-assessment'
import { uploadEvidence } from '@/lib/services/upload-evidence'
import { draftOf } from './assessments'
import { chunksOf, csvText, optionsOf } from './csv-file'
import { bucket, connectionOf, evaluated, probe, recorded } from './findings'
import { type Cast, deploymentOf } from './organizations'

/** 2026 against the product's own framework. */
const REQUEST = { framework: 'proofline', period: { from: '2026-01-01', to: '2026-12-31' } }

/** What is asked for, with the test's own changes. */
export const packRequest = (given: Partial<Record<keyof PackRequest, unknown>> = {}): PackRequest =>
  PackRequest.parse({ ...REQUEST, ...given })

/** Incidents of these ids, detected in March 2026. */
export const incidentsOf = ({ assessor, org }: Cast, ids: readonly string[]) =>
  importIncidents(assessor, {
    org,
    map: { externalId: 'id', title: 'title', severity: 'severity', detectedAt: 'seen', resolvedAt: 'fixed' },
    options: optionsOf({ source: 'siem' }),
    chunks: chunksOf(
      csvText(
        ['id', 'title', 'severity', 'seen', 'fixed'],
        ...ids.map((id) => [id, `=cmd("${id}")`, 'High', '2026-03-03 10:00', '2026-03-04']),
      ),
    ),
  })

/** An answer with these files, approved. Returns the ids of the evidence. */
export async function evidenceOf(cast: Cast, files: readonly { title: string; text: string }[], slug = 'payments') {
  const { id: deploymentId } = await deploymentOf(cast, { slug })
  const answer = { status: 'assessed' as const, stage: 2 as const, targetStage: null, rationale: 'Read.' }
  const answers = [{ capability: 'IAM-01', ...answer, evidence: [] }]
  const { id } = await draftOf(cast, { deploymentId, asOf: '2026-02-01', answers })
  const place = { org: cast.org, id, capability: 'IAM-01' }
  const ids: string[] = []
  for (const { title, text } of files) {
    const file = { title, collectedOn: '2026-02-01', expiresOn: null }
    ids.push(
      (await uploadEvidence(cast.assessor, { ...place, mediaType: 'text/plain', content: chunksOf(text), file })).id,
    )
  }
  const link = {
    kind: 'link' as const,
    title: 'Where it is',
    url: 'https://example.org/policy',
    collectedOn: '2026-02-01',
    expiresOn: null,
  }
  await linkEvidence(cast.assessor, { ...place, link })
  await submitAssessment(cast.assessor, { org: cast.org, id })
  await approveAssessment(cast.secondAssessor, { org: cast.org, id })
  return { deploymentId, assessmentId: id, ids }
}

/** Findings of so many buckets, open since the first of March 2026. Returns the connection. */
export async function findingsOf(cast: Cast, count: number): Promise<string> {
  const connectionId = await connectionOf(cast)
  const buckets = Array.from({ length: count }, (_, i) => bucket(`bucket-${i}`))
  await recorded(cast, { connectionId }, evaluated(probe('test_bucket_closed'), buckets))
  return connectionId
}

/** Asks for a pack and builds it here. */
export async function builtPack(actor: Actor, org: string, given: Parameters<typeof packRequest>[0] = {}) {
  const { id, organizationId } = await requestPack(actor, { org, pack: packRequest(given), isBuiltHere: true })
  const faults: unknown[] = []
  await buildPack({ organizationId, packId: id, complain: (error) => faults.push(error) })
  if (faults.length > 0) throw faults[0]
  return { pack: await getPack(actor, { org, id }), bytes: await readFile(packFiles(organizationId).pathOf(id)) }
}

/** The files of a ZIP as text, in their order. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const reader = new ZipReader(new BlobReader(new Blob([Uint8Array.from(bytes)])), { useWebWorkers: false })
  const files = new Map<string, string>()
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, new TextDecoder().decode(await entry.arrayBuffer()))
  return files
}
