import { z } from 'zod'
import { auditScopeOf, ScopeQuery } from '@/lib/model/audit-desk'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import type { AuditScope } from '@/lib/model/audit-scope'
import { Coverage, OperationState } from '@/lib/model/requirement-operation'
import { type PeriodPreset, periodPresets } from './desk-period'

const View = z.object({
  coverage: Coverage.optional().catch(undefined),
  state: OperationState.optional().catch(undefined),
  grant: z.uuid().optional().catch(undefined),
})

export type DeskQuery = {
  scope: AuditScope
  view: z.infer<typeof View>
  grant: AuditEngagement | null
  presets: PeriodPreset[]
}

/**
 * What an address asks the desk to show. What it leaves out is filled in: of a grant all of it, else the product's own
 * framework over the last four quarters. null where nobody let the reader in for anything.
 */
export function deskQuery(
  query: Record<string, unknown>,
  { grants }: { grants: readonly AuditEngagement[] | null },
  today: string,
): DeskQuery | null {
  const view = View.parse(query)
  const grant = grants?.find(({ id }) => id === view.grant) ?? grants?.[0] ?? null
  if (grants !== null && grant === null) return null
  const presets = periodPresets(today, grant?.period ?? null)
  const period = presets[0]?.period ?? { from: today, to: today }
  const framework = grant?.frameworks[0] ?? 'proofline'
  const deployments = grant && grant.deploymentIds.length > 0 ? grant.deploymentIds.join(',') : undefined
  const asked = ScopeQuery.safeParse({ framework, ...period, deployments, ...query })
  const scope = auditScopeOf(asked.success ? asked.data : { framework, ...period, deployments })
  return { scope, view, grant, presets }
}

/** The scope as an address carries it. */
export const scopeParams = ({ framework, period, deploymentIds }: AuditScope) => ({
  framework,
  ...period,
  deployments: deploymentIds.join(','),
})
