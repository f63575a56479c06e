import { checkOf } from '@/lib/checks/registry'
import { forOrganization, type Store } from '@/lib/db/store'
import { OPERATION_FORMULA } from '@/lib/evidence/operation/formula'
import type { OperationInput } from '@/lib/evidence/operation/operation-facts'
import { quarterWords } from '@/lib/evidence/operation/quarter-words'
import { requirementOperations } from '@/lib/evidence/operation/requirement-operations'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import type { CheckOperation, RequirementDesk, SpokenAnswer } from '@/lib/model/audit-desk'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { RequirementOperation } from '@/lib/model/requirement-operation'
import { authorize } from './authorize'
import { logDeskView } from './log-desk-view'
import { operationInput } from './operation-over'
import { scopeAdmitted } from './scope-admitted'

type Input = { org: string; scope: AuditScope; requirement: string; now?: Date }

/**
 * One requirement over a scope with everything that speaks to it: checks quarter by quarter with what they looked at, and
 * approved answers with the evidence in date. The view is in the audit log. Throws as `viewAuditDesk` does, and not-found
 * for a requirement the framework does not have.
 */
export async function viewRequirement(actor: Actor, input: Input): Promise<RequirementDesk> {
  const { org, scope, now = new Date() } = input
  const admitted = await authorize(actor, org, 'requirement:read')
  return forOrganization(admitted, async (store) => {
    const engagementId = await scopeAdmitted(store, { actor, membership: admitted }, scope, now)
    const facts = await operationInput(store, scope, now.toISOString())
    const { requirements, ...framework } = facts.framework
    const requirement = requirements.find(({ id }) => id === input.requirement)
    if (!requirement)
      throw new AppError('not-found', { detail: `${framework.name} has no requirement ${input.requirement}.` })
    const narrowed = { ...facts, framework: { ...framework, requirements: [requirement] } }
    const [operation] = requirementOperations(narrowed)
    if (!operation) throw new AppError('internal', { reason: 'a requirement without an operation' })
    const checks = await checkOperations(store, scope, narrowed, operation)
    const answers = await spokenAnswers(store, scope, narrowed, operation)
    await logDeskView(store, actor, { scope, requirement: requirement.id, engagementId }, now)
    return { scope, asOf: facts.asOf, formula: OPERATION_FORMULA, framework, requirement, operation, checks, answers }
  })
}

const NOTHING = { runs: 0, pass: 0, fail: 0, unknown: 0, notApplicable: 0 }

async function checkOperations(
  { deskFacts }: Store,
  { period, deploymentIds }: AuditScope,
  { asOf, checkFacts }: OperationInput,
  { checks, quarters }: RequirementOperation,
): Promise<CheckOperation[]> {
  const populations = await deskFacts.populations(checks, { period, asOf, deploymentIds })
  return checks.flatMap((id) => {
    const check = checkOf(id)
    const population = populations.get(id)
    if (!check || !population) return []
    const said = quarters.map(({ quarter }) => {
      const facts = checkFacts.filter((fact) => fact.checkId === id && fact.quarter === quarter)
      return facts.reduce(
        (sum, { runs, pass, fail, unknown, notApplicable }) => ({
          quarter,
          runs: sum.runs + runs,
          pass: sum.pass + pass,
          fail: sum.fail + fail,
          unknown: sum.unknown + unknown,
          notApplicable: sum.notApplicable + notApplicable,
        }),
        { quarter, ...NOTHING },
      )
    })
    return [{ id, title: check.title, asserts: check.asserts, quarters: said, population }]
  })
}

async function spokenAnswers(
  { deskFacts }: Store,
  { period }: AuditScope,
  input: OperationInput,
  { capabilities }: RequirementOperation,
): Promise<SpokenAnswer[]> {
  const speaking = quarterWords(input).flatMap(({ answers }) => capabilities.flatMap((id) => answers.get(id) ?? []))
  const assessments = [...new Set(speaking.map(({ assessmentId }) => assessmentId))]
  return deskFacts.answers(assessments, capabilities, period)
}
