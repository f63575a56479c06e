import type { Store } from '@/lib/db/store'
import type { AssessedFacts } from '@/lib/evidence/oscal/assessed-facts'
import { assessmentResult } from '@/lib/evidence/oscal/assessment-result'
import type { OscalOrganization } from '@/lib/evidence/oscal/metadata'
import { runResult } from '@/lib/evidence/oscal/run-result'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Instant } from '@/lib/model/instant'
import { assessedFactsOf } from './oscal-assessed'
import { runFactsOf } from './oscal-run'
import type { OscalSubject } from './oscal-subject'

type Asked = {
  scope: AuditScope
  asOf: Instant
  organization: OscalOrganization
  framework: string
  capabilities: ReadonlySet<string>
  evidenceHref: AssessedFacts['evidenceHref']
}

/**
 * All that speaks for a scope: approved assessments by their day, then the last run of each connection in each quarter. Null
 * when nothing does. It is as old as the newest of them. All is read through the one store, page by page.
 */
export async function scopeSubject(store: Store, asked: Asked): Promise<OscalSubject | null> {
  const { scope, asOf, organization, framework, capabilities, evidenceHref } = asked
  const { period, deploymentIds } = scope
  const assessments = await store.oscalFacts.assessments(scope, asOf)
  const runs = await store.oscalFacts.runs(scope, asOf)
  const lastModified = [...assessments, ...runs]
    .map(({ changedAt }) => changedAt)
    .sort()
    .at(-1)
  if (lastModified === undefined) return null
  return {
    key: ['scope', organization.id, scope.framework, period.from, period.to, ...[...deploymentIds].sort()],
    title: `${framework}, ${period.from} to ${period.to}`,
    organization,
    lastModified,
    capabilities,
    subject:
      deploymentIds.length === 0
        ? `Every deployment and connection of ${organization.name}.`
        : `${deploymentIds.length} deployments of ${organization.name} and the connections that feed them.`,
    results: async function* (resources) {
      for (const { id } of assessments)
        yield assessmentResult(await assessedFactsOf(store, id, { capabilities, evidenceHref }), resources)
      for (const { id } of runs)
        yield runResult(await runFactsOf(store, (work) => work(store), id, capabilities), resources)
    },
  }
}
