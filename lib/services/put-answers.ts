import { forOrganization } from '@/lib/db/store'
import { isCapability } from '@/lib/framework/capabilities'
import type { Problem } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Answer } from '@/lib/model/answer'
import type { NamedAnswer } from '@/lib/model/assessment-change'
import { authorize } from './authorize'
import { asLink, evidenceDayProblems } from './evidence-input'
import { unknownCapability } from './known-capability'
import { refuseDays } from './latest-day'
import { openDraft } from './open-draft'

type Input = { org: string; id: string; answers: readonly NamedAnswer[]; now?: Date }

/**
 * Writes several answers of a draft at once, over earlier ones, and adds their links; evidence that is there stays. All
 * or nothing. Throws not-found, invalid for an unknown or repeated capability or impossible days, conflict when it is no
 * draft.
 */
export async function putAnswers(actor: Actor, { org, id, answers, now = new Date() }: Input): Promise<Answer[]> {
  const admitted = await authorize(actor, org, 'assessment:write')
  refuseDays([...capabilityProblems(answers.map(({ capability }) => capability)), ...linkProblems(answers, now)])
  return forOrganization(admitted, async (store) => {
    const draft = await openDraft(store, parseId(id))
    const before = await store.answers.list(draft.id)
    await store.answers.put(draft.id, answers, actor.name, now)
    const ids = await store.answers.ids(draft.id)
    await store.evidence.add(
      answers.flatMap(({ capability, evidence }) =>
        evidence.map((link) => ({ answerId: ids.get(capability) ?? '', evidence: asLink(link, actor.name) })),
      ),
    )
    await store.transitions.touch(draft.id, now)
    const after = await store.answers.list(draft.id)
    await store.audit.append(actor, {
      action: 'answers.written',
      subject: draft.id,
      detail: { capabilities: answers.map(({ capability }) => capability) },
      before,
      after,
    })
    return after
  })
}

function capabilityProblems(capabilities: readonly string[]): Problem[] {
  return capabilities.flatMap((capability, i) => {
    const field = `answers.${i}.capability`
    if (!isCapability(capability)) return { field, reason: unknownCapability(capability) }
    return capabilities.indexOf(capability) < i ? { field, reason: `names ${capability} a second time` } : []
  })
}

const linkProblems = (answers: readonly NamedAnswer[], now: Date): Problem[] =>
  answers.flatMap(({ evidence }, i) =>
    evidence.flatMap((link, k) => evidenceDayProblems(link, now, `answers.${i}.evidence.${k}.`)),
  )
