import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Assessment } from '@/lib/model/assessment'
import { authorize } from './authorize'
import { openDraft } from './open-draft'

type Input = { org: string; id: string; now?: Date }

/** Hands a draft over for approval by another person. Throws not-found, and conflict without an answer or out of turn. */
export async function submitAssessment(actor: Actor, { org, id, now = new Date() }: Input): Promise<Assessment> {
  const admitted = await authorize(actor, org, 'assessment:write')
  return forOrganization(admitted, async (store) => {
    const draft = await openDraft(store, parseId(id))
    if (draft.answered === 0) {
      throw new AppError('conflict', { detail: 'Answer at least one capability before submitting the assessment.' })
    }
    const submitted = await store.transitions.submit(draft.id, actor, now)
    const { name, asOf, answered } = submitted
    await store.audit.append(actor, {
      action: 'assessment.submitted',
      subject: draft.id,
      detail: { name, asOf, answered },
      before: draft,
      after: submitted,
    })
    return submitted
  })
}
