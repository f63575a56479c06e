import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'
import { openDraft } from './open-draft'
import { daysOver, refuseWhileHeld } from './refuse-while-held'

/**
 * Deletes a draft with its answers and evidence. Throws not-found, and conflict once it is no draft any more
 * or while a hold covers it.
 */
export async function deleteAssessment(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const admitted = await authorize(actor, org, 'assessment:delete')
  await forOrganization(admitted, async (store) => {
    const draft = await openDraft(store, parseId(id))
    const { name, asOf, answered } = draft
    const given = (await store.answers.list(draft.id)).flatMap(({ evidence }) => evidence)
    const days = given.flatMap(({ collectedOn, expiresOn }) => [collectedOn, expiresOn])
    await refuseWhileHeld(store, given.length > 0 ? ['evidence'] : [], daysOver([draft.asOf, ...days]))
    const files = await store.evidence.filesOf(draft.id)
    await store.assessments.remove(draft.id)
    await store.audit.append(actor, {
      action: 'assessment.deleted',
      subject: draft.id,
      detail: { name, asOf, answered, files },
      before: draft,
    })
    await dropUnusedFiles(store, files)
  })
}
