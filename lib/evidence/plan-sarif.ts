import type { CheckFacts } from '@/lib/model/check'
import type { PlanReport } from '@/lib/model/plan-report'
import { type SarifResult, type SarifRule, sarifLog } from './sarif-log'

/** A check as a rule: what it asserts, what can happen, and what to do with the commands for it. */
const sarifRuleOf = (check: CheckFacts): SarifRule => ({
  id: check.id,
  title: check.title,
  description: `${check.asserts} ${check.risk}`,
  help: [check.remediation.text, ...check.remediation.commands.map(({ tool, code }) => `${tool}:\n${code}`)].join(
    '\n\n',
  ),
  severity: check.severity,
  tags: check.capabilities,
})

/** What was found in a plan, as a SARIF log: failures, and as open what nobody can decide before apply. */
export function planSarif(report: PlanReport, checks: readonly CheckFacts[]) {
  const asked = new Set(report.verdicts.map(({ checkId }) => checkId))
  const failures = report.failures.map(
    ({ checkId, severity, message, resource, key }): SarifResult => ({
      ruleId: checkId,
      kind: 'fail',
      severity,
      message,
      resource: { id: resource, type: 'terraform' },
      key,
    }),
  )
  const unknowns = report.unknowns.map(
    ({ checkId, severity, resource, key, cause, operation }): SarifResult => ({
      ruleId: checkId,
      kind: 'open',
      severity,
      message: `${resource} could not be decided: ${operation} says ${cause.replaceAll('_', ' ')}.`,
      resource: { id: resource, type: 'terraform' },
      key,
    }),
  )
  return sarifLog({
    series: `${report.workspace}/${report.kind}`,
    rules: checks.filter(({ id }) => asked.has(id)).map(sarifRuleOf),
    results: [...failures, ...unknowns],
  })
}
