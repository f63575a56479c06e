import { cache } from 'react'
import { orNotFound } from '@/lib/auth/or-not-found'
import { requireMember } from '@/lib/auth/page-actor'
import { compareMaturity } from '@/lib/maturity/compare-maturity'
import type { Actor } from '@/lib/model/actor'
import type { AssessmentDetail } from '@/lib/model/assessment'
import { getAssessment } from '@/lib/services/get-assessment'
import { getDeployment } from '@/lib/services/get-deployment'
import { listMaturityHistory } from '@/lib/services/list-maturity-history'

/** The assessment of a page's address with its deployment; once a page, for its title too. */
export const loadAssessment = cache(async (org: string, id: string) => {
  const { actor, membership } = await requireMember(org)
  const assessment = await orNotFound(getAssessment(actor, { org, id }))
  const deployment = await getDeployment(actor, { org, id: assessment.deploymentId })
  return { actor, membership, assessment, deployment }
})

/** The approved assessment of the same deployment before this one, and what changed since; null for the first. */
export async function loadEarlier(actor: Actor, org: string, deployment: string, assessment: AssessmentDetail) {
  const { points } = await listMaturityHistory(actor, { org, deployment })
  const before = points
    .map((point) => point.assessment)
    .filter(({ id, asOf, approvedAt }) => {
      if (id === assessment.id) return false
      if (asOf !== assessment.asOf) return asOf < assessment.asOf
      return approvedAt < (assessment.approvedAt ?? '9')
    })
    .at(-1)
  if (!before) return null
  const { maturity } = await getAssessment(actor, { org, id: before.id })
  return { assessment: before, change: compareMaturity(maturity, assessment.maturity) }
}
