import { CHECKS } from '@/lib/checks/registry'
import type { Store } from '@/lib/db/store'
import type { OperationInput } from '@/lib/evidence/operation/operation-facts'
import { quartersIn } from '@/lib/evidence/operation/quarters'
import { requirementOperations } from '@/lib/evidence/operation/requirement-operations'
import { AppError } from '@/lib/kernel/app-error'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Instant } from '@/lib/model/instant'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { requirementFrameworkOf } from './requirement-framework-of'

export type OperationOver = { framework: RequirementFramework; operations: RequirementOperation[] }

/**
 * How each requirement of the scope's framework was operated over its period, told as of an instant: nothing that was not
 * known by then counts, so the same instant gives the same result. Throws not-found for a framework or a deployment that
 * is not the organization's.
 */
export async function operationOver(store: Store, scope: AuditScope, asOf: Instant): Promise<OperationOver> {
  const input = await operationInput(store, scope, asOf)
  return { framework: input.framework, operations: requirementOperations(input) }
}

/** The facts it is judged by. Throws the same. */
export async function operationInput(store: Store, scope: AuditScope, asOf: Instant): Promise<OperationInput> {
  const { period, deploymentIds } = scope
  const framework = await requirementFrameworkOf(store, scope.framework)
  const deployments = await deploymentsOf(store, deploymentIds)
  const place = { quarters: quartersIn(period, asOf), asOf, deploymentIds }
  const checkFacts = await store.operationFacts.checks(place)
  const assessments = await store.operationFacts.assessments(period, place)
  return { framework, period, asOf, checks: CHECKS, checkFacts, assessments, deployments }
}

/** The scope's deployments, by name; all there are when none is named. */
async function deploymentsOf({ deployments }: Store, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const all = (await deployments.list()).map(({ id, name }) => ({ id, name }))
  const missing = ids.find((id) => !all.some((one) => one.id === id))
  if (missing) throw new AppError('not-found', { detail: `There is no deployment ${missing}.` })
  const meant = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id))
  return meant.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}
