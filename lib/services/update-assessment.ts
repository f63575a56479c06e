import { forOrganization } from '@/lib/db/store'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Assessment } from '@/lib/model/assessment'
import type { AssessmentChange } from '@/lib/model/assessment-change'
import { authorize } from './authorize'
import { futureDay, refuseDays } from './latest-day'
import { openDraft } from './open-draft'

type Input = { org: string; id: string; change: AssessmentChange; now?: Date }

/** Renames or re-dates a draft. Throws not-found, invalid, and conflict once it is no draft any more. */
export async function updateAssessment(
  actor: Actor,
  { org, id, change, now = new Date() }: Input,
): Promise<Assessment> {
  const admitted = await authorize(actor, org, 'assessment:write')
  refuseDays([futureDay('asOf', change.asOf, now)])
  return forOrganization(admitted, async (store) => {
    const before = await openDraft(store, parseId(id))
    const after = await store.transitions.describe(before.id, change, now)
    const named = ({ name, asOf }: Assessment) => ({ name, asOf })
    await store.audit.append(actor, {
      action: 'assessment.updated',
      subject: after.id,
      detail: { before: named(before), after: named(after) },
      before,
      after,
    })
    return after
  })
}
