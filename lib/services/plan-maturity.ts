import { CHECKS } from '@/lib/checks/registry'
import { forOrganization } from '@/lib/db/store'
import { framework } from '@/lib/framework/framework'
import { comparePostures } from '@/lib/maturity/compare-postures'
import type { Judged } from '@/lib/maturity/judge-gate'
import { measurePosture } from '@/lib/maturity/measure-posture'
import type { PlanMaturity } from '@/lib/model/plan-report'
import type { KnownConnection } from './terraform-connection'

/**
 * What would become of the posture that the plan's connection feeds (its deployment's, or the organization's) when the
 * plan's verdicts take the place of the connection's newest run. Where no connection has a run yet, before supports nothing.
 */
export async function planMaturity(
  organizationId: string,
  known: KnownConnection | null,
  judged: readonly Judged[],
  now: Date,
): Promise<PlanMaturity> {
  const deploymentId = known?.deploymentId ?? null
  const { before, others } = await forOrganization(organizationId, async ({ posture }) => ({
    before: await posture.verdicts(deploymentId),
    others: await posture.verdicts(deploymentId, known?.id ?? null),
  }))
  const at = now.toISOString()
  const measure = (verdicts: typeof before) => measurePosture({ framework, checks: CHECKS, verdicts, at })
  const planned = judged.map(({ verdict }) => verdict)
  const { layers, capabilities } = comparePostures(measure(before), measure([...others, ...planned]))
  return { replaces: known?.latestRunId ?? null, layers: [...layers], capabilities: [...capabilities] }
}
