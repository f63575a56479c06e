import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Answer, AnswerInput } from '@/lib/model/answer'
import { authorize } from './authorize'
import { refuseUnknownCapability } from './known-capability'
import { openDraft } from './open-draft'

type Input = { org: string; id: string; capability: string; answer: AnswerInput; now?: Date }

/**
 * Answers one capability of a draft, over any earlier answer, whose evidence stays. Throws not-found, invalid for a
 * capability the framework does not have, conflict when the assessment is no draft.
 */
export async function putAnswer(
  actor: Actor,
  { org, id, capability, answer, now = new Date() }: Input,
): Promise<Answer> {
  const admitted = await authorize(actor, org, 'assessment:write')
  refuseUnknownCapability(capability)
  return forOrganization(admitted, async (store) => {
    const draft = await openDraft(store, parseId(id))
    const before = await store.answers.get(draft.id, capability)
    await store.answers.put(draft.id, [{ capability, ...answer }], actor.name, now)
    await store.transitions.touch(draft.id, now)
    const written = await store.answers.get(draft.id, capability)
    if (!written) throw new AppError('internal', { reason: 'an answer just written is not there' })
    await store.audit.append(actor, {
      action: 'answer.written',
      subject: draft.id,
      detail: { capability, before: before ? said(before) : null, after: answer },
      before,
      after: written,
    })
    return written
  })
}

const said = ({ status, stage, targetStage, rationale }: Answer) => ({ status, stage, targetStage, rationale })
