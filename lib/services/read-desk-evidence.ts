import { isRunning } from '@/lib/access/within-engagement'
import { blobStore } from '@/lib/db/blobs'
import type { EvidencePlace } from '@/lib/db/repositories/desk-facts'
import { forOrganization, type Store } from '@/lib/db/store'
import { speaksWithin } from '@/lib/evidence/operation/speaking-answers'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import type { Evidence } from '@/lib/model/evidence'
import { authorize } from './authorize'
import { requirementFrameworkOf } from './requirement-framework-of'

type Input = { org: string; id: string; now?: Date }

/**
 * A file of an approved answer, compared with its hash before the first byte is given out; each time is in the audit log.
 * Throws not-found for a link, for evidence of a draft and, for an auditor who is held to grants, for everything beyond
 * them: another deployment, another framework's capability, an answer or a file of another time.
 */
export async function readDeskEvidence(
  actor: Actor,
  { org, id, now = new Date() }: Input,
): Promise<{ evidence: Evidence; content: Buffer }> {
  const admitted = await authorize(actor, org, 'requirement:read')
  const evidence = await forOrganization(admitted, async (store) => {
    const [place] = await store.deskFacts.evidencePlace(parseId(id))
    if (!place) throw new AppError('not-found')
    const grants = admitted.scoped && actor.userId !== null ? await store.engagements.running(actor.userId) : []
    if (admitted.scoped && !(await isGranted(store, grants, place, now))) throw new AppError('not-found')
    const { evidence: found, removedAt } = await store.evidence.get(parseId(id))
    if (found.sha256 === null) throw new AppError('not-found', { detail: 'This evidence is a link, not a file.' })
    if (removedAt !== null) {
      const detail = `The file was removed under a retention rule. Its SHA-256 was ${found.sha256}.`
      throw new AppError('not-found', { detail })
    }
    const detail = { title: found.title, sha256: found.sha256, capability: place.capability }
    await store.audit.append(actor, { action: 'audit-desk.evidence-read', subject: found.id, detail })
    return { ...found, sha256: found.sha256 }
  })
  return { evidence, content: await blobStore(admitted.organizationId).read(evidence.sha256) }
}

async function isGranted(
  store: Store,
  grants: readonly AuditEngagement[],
  { capability, deploymentId, asOf, collectedOn, expiresOn }: EvidencePlace,
  now: Date,
): Promise<boolean> {
  for (const grant of grants) {
    const { period, deploymentIds } = grant
    if (!isRunning(grant, now.getTime()) || !speaksWithin(asOf, period)) continue
    if (deploymentIds.length > 0 && !deploymentIds.includes(deploymentId)) continue
    if (collectedOn > period.to || (expiresOn !== null && expiresOn < period.from)) continue
    for (const id of grant.frameworks) {
      const { requirements } = await requirementFrameworkOf(store, id)
      if (requirements.some(({ capabilities }) => capabilities.some((one) => one.id === capability))) return true
    }
  }
  return false
}
