import type { Store } from '@/lib/db/store'
import { outcome } from '@/lib/metrics/outcome'
import type { Deployment } from '@/lib/model/deployment'
import type { Outcome } from '@/lib/model/outcome'
import type { OutcomeScope } from '@/lib/model/overview'

/**
 * Before and after a deployment's rollout, from its own records or, while none name it, from all of the organization's:
 * most incident exports do not say which deployment they belong to. `scope` says which, so that a page can.
 */
export async function deploymentOutcome(
  { monthlyMetrics }: Store,
  { id, rollouts }: Pick<Deployment, 'id' | 'rollouts'>,
): Promise<{ scope: OutcomeScope; result: Outcome }> {
  const own = await monthlyMetrics.list(id)
  if (own.length > 0) return { scope: 'deployment', result: outcome(own, rollouts) }
  return { scope: 'organization', result: outcome(await monthlyMetrics.list(null), rollouts) }
}
