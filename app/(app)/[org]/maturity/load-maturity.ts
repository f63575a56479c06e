import { orNotFound } from '@/lib/auth/or-not-found'
import { compareMaturity } from '@/lib/maturity/compare-maturity'
import type { Actor } from '@/lib/model/actor'
import type { AssessedMaturity } from '@/lib/model/maturity-at'
import { getMaturity } from '@/lib/services/get-maturity'
import { listDeployments } from '@/lib/services/list-deployments'
import { listMaturityHistory } from '@/lib/services/list-maturity-history'
import type { MaturityQuery } from './maturity-query'

/** The result on the day asked for, the earlier one it is compared with, and every other there is. */
export async function loadMaturity(actor: Actor, org: string, { deployment, at, compare }: MaturityQuery) {
  const [shown, history, deployments] = await Promise.all([
    orNotFound(getMaturity(actor, { org, deployment, at })),
    orNotFound(listMaturityHistory(actor, { org, deployment })),
    listDeployments(actor, { org }),
  ])
  const slug = shown.deployment?.slug
  const day = compare ?? shown.current?.comparison?.earlier.asOf
  const before = day && slug ? (await getMaturity(actor, { org, deployment: slug, at: day })).current : null
  return {
    ...shown,
    points: history.points,
    deployments,
    earlier: shown.current && before ? earlierThan(shown.current, before) : null,
  }
}

/** The earlier result with what changed since; null when it is not earlier. */
function earlierThan(current: AssessedMaturity, before: AssessedMaturity) {
  if (before.assessment.asOf >= current.assessment.asOf) return null
  const { assessment, maturity } = before
  return { assessment, maturity, change: compareMaturity(maturity, current.maturity) }
}
