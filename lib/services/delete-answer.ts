import { found } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'
import { dropUnusedFiles } from './drop-unused-files'
import { openDraft } from './open-draft'

type Input = { org: string; id: string; capability: string; now?: Date }

/** Takes an answer of a draft back, with its evidence. Throws not-found, and conflict when it is no draft. */
export async function deleteAnswer(actor: Actor, { org, id, capability, now = new Date() }: Input): Promise<void> {
  const admitted = await authorize(actor, org, 'assessment:write')
  await forOrganization(admitted, async (store) => {
    const draft = await openDraft(store, parseId(id))
    const { id: answerId, evidence, ...before } = found(await store.answers.get(draft.id, capability))
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
