import { found } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Evidence, EvidenceLink } from '@/lib/model/evidence'
import { authorize } from './authorize'
import { asLink, evidenceDayProblems } from './evidence-input'
import { type AnswerPlace, openAnswer } from './evidence-place'
import { refuseUnknownCapability } from './known-capability'
import { refuseDays } from './latest-day'

type Input = AnswerPlace & { link: EvidenceLink; now?: Date }

/** Adds a link to an answer of a draft. Throws not-found, invalid for impossible days, conflict when it is no draft. */
export async function linkEvidence(actor: Actor, { link, now = new Date(), ...place }: Input): Promise<Evidence> {
  const admitted = await authorize(actor, place.org, 'evidence:write')
  refuseUnknownCapability(place.capability)
  refuseDays(evidenceDayProblems(link, now))
  return forOrganization(admitted, async (store) => {
    const { draft, answer } = await openAnswer(store, place)
    const [added] = await store.evidence.add([{ answerId: answer.id, evidence: asLink(link, actor.name) }])
    const { capability } = place
    await store.transitions.touch(draft.id, now)
    await store.audit.append(actor, {
      action: 'evidence.linked',
      subject: found(added).id,
      detail: { assessmentId: draft.id, capability, title: link.title, url: link.url },
      after: found(added),
    })
    return found(added)
  })
}
