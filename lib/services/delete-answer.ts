import { found } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'
import { openDraft } from './open-draft'
import { daysOver, refuseWhileHeld } from './refuse-while-held'

type Input = { org: string; id: string; capability: string; now?: Date }

/** Takes an answer of a draft back, with its evidence. Throws not-found, and conflict when it is no draft or a hold covers it. */
export async function deleteAnswer(actor: Actor, { org, id, capability, now = new Date() }: Input): Promise<void> {
  const admitted = await authorize(actor, org, 'assessment:write')
  await forOrganization(admitted, async (store) => {
    const draft = await openDraft(store, parseId(id))
    const { id: answerId, evidence, ...before } = found(await store.answers.get(draft.id, capability))
    const days = evidence.flatMap(({ collectedOn, expiresOn }) => [collectedOn, expiresOn])
    await refuseWhileHeld(store, evidence.length > 0 ? ['evidence'] : [], daysOver([draft.asOf, ...days]))
    await store.answers.remove(answerId)
    await store.transitions.touch(draft.id, now)
    await store.audit.append(actor, {
      action: 'answer.deleted',
      subject: draft.id,
      detail: { capability, before, evidence: evidence.map((one) => one.title) },
      before: { id: answerId, evidence, ...before },
    })
    await dropUnusedFiles(
      store,
      evidence.flatMap(({ sha256 }) => sha256 ?? []),
    )
  })
}
