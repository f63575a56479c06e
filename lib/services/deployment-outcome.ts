import type { ReadStore } from '@/lib/db/read-store'
import { outcome } from '@/lib/metrics/outcome'
import type { Deployment } from '@/lib/model/deployment'
import type { MonthlyMetric } from '@/lib/model/monthly-metric'
import type { Outcome } from '@/lib/model/outcome'
import type { OutcomeScope } from '@/lib/model/overview'

/**
 * Before and after a deployment's rollout, from its own records. An organization whose records name no deployment at all,
 * as most incident exports do not, is read as a whole, and `scope` says so; once any record names one, records of others
 * are never taken for this deployment's. `known` are the deployment's months where the caller has them already.
 */
export async function deploymentOutcome(
  { monthlyMetrics }: Pick<ReadStore, 'monthlyMetrics'>,
  { id, rollouts }: Pick<Deployment, 'id' | 'rollouts'>,
  known?: readonly MonthlyMetric[],
): Promise<{ scope: OutcomeScope; result: Outcome }> {
  const own = known ?? (await monthlyMetrics.list(id))
  const [attributed, all] =
    own.length > 0 ? [true, []] : await Promise.all([monthlyMetrics.anyAttributed(), monthlyMetrics.list(null)])
  const whole = attributed ? [] : all
  if (whole.length === 0) return { scope: 'deployment', result: outcome(own, rollouts) }
  return { scope: 'organization', result: outcome(whole, rollouts) }
}
