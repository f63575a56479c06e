import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { Assessment, AssessmentState } from '@/lib/model/assessment'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorize } from './authorize'

type Input = PageRequest & { org: string; state?: AssessmentState; deployment?: string }

/** Assessments, newest day first, of the organization or of one deployment (by slug). Throws not-found, invalid cursor. */
export async function listAssessments(actor: Actor, input: Input): Promise<Page<Assessment>> {
  const { organizationId } = await authorize(actor, input.org, 'assessment:read')
  return forOrganization(organizationId, async ({ assessments, deployments }) => {
    const deploymentId = input.deployment ? (await deployments.bySlug(input.deployment)).id : undefined
    return assessments.page({ state: input.state, deploymentId }, input)
  })
}
