import { orNotFound } from '@/lib/auth/or-not-found'
import type { Actor } from '@/lib/model/actor'
import type { AssessmentState } from '@/lib/model/assessment'
import { listAssessments } from '@/lib/services/list-assessments'
import { listDeployments } from '@/lib/services/list-deployments'
import { listMaturityHistory } from '@/lib/services/list-maturity-history'
import type { AssessmentsQuery } from './assessments-query'

/** How many of each state are counted for the heading before it says "more than". */
const COUNTED = 200

/** One page of the list with what each row needs, and the counts its heading is made of. */
export async function loadAssessments(actor: Actor, org: string, filter: AssessmentsQuery) {
  const count = (state: AssessmentState, limit = COUNTED) => listAssessments(actor, { org, state, limit })
  const [deployments, page, drafts, submitted, approved] = await Promise.all([
    listDeployments(actor, { org }),
    orNotFound(listAssessments(actor, { org, limit: 50, ...filter })),
    count('draft'),
    count('submitted'),
    count('approved', 1),
  ])
  const shown = deployments.filter(({ id }) => page.items.some((one) => one.deploymentId === id))
  const histories = await Promise.all(shown.map(({ slug }) => listMaturityHistory(actor, { org, deployment: slug })))
  const scores = new Map(histories.flatMap(({ points }) => points.map((one) => [one.assessment.id, one.score])))
  const names = new Map(deployments.map(({ id, name }) => [id, name]))
  return {
    tally: {
      drafts: drafts.items.length,
      submitted: submitted.items.length,
      approved: approved.items.length,
      more: (submitted.items.length > 0 ? submitted : drafts).nextCursor !== null,
    },
    deployments,
    entries: page.items.map((assessment) => ({
      assessment,
      deployment: names.get(assessment.deploymentId) ?? '',
      score: scores.get(assessment.id) ?? null,
    })),
    nextCursor: page.nextCursor,
  }
}
