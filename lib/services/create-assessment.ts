import { forOrganization, type Store } from '@/lib/db/store'
import { isCapability } from '@/lib/framework/capabilities'
import { FRAMEWORK_VERSION } from '@/lib/framework/framework'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { Assessment } from '@/lib/model/assessment'
import type { AssessmentDraft } from '@/lib/model/assessment-change'
import { asAnswerInput } from './as-answer-input'
import { authorize } from './authorize'
import { futureDay, refuseDays } from './latest-day'

type Input = { org: string; assessment: AssessmentDraft; now?: Date }

/**
 * Starts a draft of the framework's current version. With `copyFrom: latest` it begins with the answers of the
 * deployment's latest approved assessment and their evidence that is still in date on the new day. Throws not-found for
 * an unknown deployment, invalid for a day in the future, conflict when nothing was approved to copy.
 */
export async function createAssessment(
  actor: Actor,
  { org, assessment, now = new Date() }: Input,
): Promise<Assessment> {
  const admitted = await authorize(actor, org, 'assessment:write')
  const { copyFrom, ...facts } = assessment
  refuseDays([futureDay('asOf', facts.asOf, now)])
  return forOrganization(admitted, async (store) => {
    await store.deployments.get(facts.deploymentId)
    const draft = await store.assessments.create({ ...facts, framework: FRAMEWORK_VERSION, createdBy: actor.name })
    const copied = copyFrom ? await copyLatest(store, draft, actor.name, now) : null
    await store.audit.append(actor, {
      action: 'assessment.created',
      subject: draft.id,
      detail: { name: draft.name, asOf: draft.asOf, deploymentId: draft.deploymentId, copiedFrom: copied },
      after: draft,
    })
    return copied ? (await store.assessments.get(draft.id)).assessment : draft
  })
}

async function copyLatest(
  { assessments, answers, evidence }: Store,
  draft: Assessment,
  by: string,
  now: Date,
): Promise<string> {
  const source = await assessments.latestApproved(draft.deploymentId)
  if (!source) throw new AppError('conflict', { detail: 'The deployment has no approved assessment to copy from.' })
  const given = (await answers.list(source)).filter(({ capability }) => isCapability(capability))
  await answers.put(
    draft.id,
    given.map((answer) => ({ capability: answer.capability, ...asAnswerInput(answer) })),
    by,
    now,
  )
  const ids = await answers.ids(draft.id)
  await evidence.add(
    given.flatMap((answer) =>
      answer.evidence
        .filter(({ expiresOn }) => expiresOn === null || expiresOn >= draft.asOf)
        .map(({ id: _, createdAt: __, ...facts }) => ({ answerId: ids.get(answer.capability) ?? '', evidence: facts })),
    ),
  )
  return source
}
