import type { Actor } from '@/lib/model/actor'
import type { Assessment } from '@/lib/model/assessment'
import type { Deployment } from '@/lib/model/deployment'
import { approveAssessment } from '@/lib/services/approve-assessment'
import { createAssessment } from '@/lib/services/create-assessment'
import { listAssessments } from '@/lib/services/list-assessments'
import { putAnswers } from '@/lib/services/put-answers'
import { submitAssessment } from '@/lib/services/submit-assessment'
import type { AssessmentStory } from './scenario'

type People = { author: Actor; approver: Actor }
type Place = { org: string; deployment: Deployment }

const HOUR_MS = 3_600_000
/** When things happen to an assessment, from the start of the day it speaks for. */
const SUBMITTED_AFTER = 33 * HOUR_MS
const APPROVED_AFTER = 82 * HOUR_MS

const after = ({ asOf }: AssessmentStory, ms: number): Date => new Date(Date.parse(`${asOf}T00:00:00Z`) + ms)

/**
 * Brings a deployment's assessments to where the story has them, one person writing and another approving. What an
 * interrupted run left is continued: an assessment is known by its name, and its state says what is still missing.
 */
export async function loadAssessments(
  people: People,
  { org, deployment }: Place,
  stories: readonly AssessmentStory[],
): Promise<void> {
  const { items } = await listAssessments(people.author, { org, deployment: deployment.slug, limit: 200 })
  for (const story of stories) {
    const known = items.find(({ name }) => name === story.name)
    const assessment = known ?? (await begin(people.author, { org, deployment }, story))
    await advance(people, org, story, assessment)
  }
}

const begin = (author: Actor, { org, deployment }: Place, { name, asOf }: AssessmentStory): Promise<Assessment> =>
  createAssessment(author, { org, assessment: { deploymentId: deployment.id, name, asOf } })

async function advance(
  { author, approver }: People,
  org: string,
  story: AssessmentStory,
  { id, state, answered }: Assessment,
): Promise<void> {
  if (state === 'draft') {
    if (answered === 0) await putAnswers(author, { org, id, answers: story.answers })
    if (story.state !== 'draft') await submitAssessment(author, { org, id, now: after(story, SUBMITTED_AFTER) })
  }
  if (state !== 'approved' && story.state === 'approved')
    await approveAssessment(approver, { org, id, now: after(story, APPROVED_AFTER) })
}
