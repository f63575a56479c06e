import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'
import { openDraft } from './open-draft'
import { daysOver, refuseWhileHeld } from './refuse-while-held'

type Input = { org: string; id: string; now?: Date }

/** Takes evidence off an answer of a draft. Throws not-found, and conflict when the assessment is no draft or a hold covers it. */
export async function deleteEvidence(actor: Actor, { org, id, now = new Date() }: Input): Promise<void> {
  const admitted = await authorize(actor, org, 'evidence:delete')
  await forOrganization(admitted, async (store) => {
    const { assessmentId } = await store.evidence.get(parseId(id))
    const draft = await openDraft(store, assessmentId)
    // Read again now that the draft is held: somebody else may have been faster.
    const { evidence, capability } = await store.evidence.get(parseId(id))
    await refuseWhileHeld(store, ['evidence'], daysOver([draft.asOf, evidence.collectedOn, evidence.expiresOn]))
    await store.evidence.remove(evidence.id)
    await store.transitions.touch(draft.id, now)
    const { title, url, sha256 } = evidence
    await store.audit.append(actor, {
      action: 'evidence.deleted',
      subject: evidence.id,
      detail: { assessmentId, capability, title, url, sha256 },
      before: evidence,
    })
    if (sha256) await dropUnusedFiles(store, [sha256])
  })
}
