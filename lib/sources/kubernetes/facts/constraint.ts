import type { FactTypes } from '@/lib/model/facts/fact-types'
import { count, instant, type Json, records, text } from './json'
import type { ApiObject } from './object'

const ADMISSION = new Set(['validation.gatekeeper.sh', '*'])

export function constraintFacts({ createdAt, body, spec, status }: ApiObject): FactTypes['k8s.constraint'] {
  return {
    kind: text(body.kind) ?? '',
    enforcement: enforcementOf(spec),
    violations: count(status.totalViolations),
    auditedAt: instant(status.auditTimestamp),
    createdAt,
  }
}

/** A scoped constraint says what it does point by point; only what happens at admission keeps a workload out. */
function enforcementOf({ enforcementAction, scopedEnforcementActions }: Json): readonly string[] {
  const action = text(enforcementAction) ?? 'deny'
  if (action !== 'scoped') return [action]
  return records(scopedEnforcementActions)
    .filter(({ enforcementPoints }) => records(enforcementPoints).some(({ name }) => ADMISSION.has(text(name) ?? '')))
    .flatMap((one) => text(one.action) ?? [])
}
