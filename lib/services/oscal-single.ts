import type { Store } from '@/lib/db/store'
import type { AssessedFacts } from '@/lib/evidence/oscal/assessed-facts'
import { assessmentModified, assessmentResult } from '@/lib/evidence/oscal/assessment-result'
import type { OscalOrganization } from '@/lib/evidence/oscal/metadata'
import { runResult } from '@/lib/evidence/oscal/run-result'
import { OWN_FRAMEWORK } from '@/lib/framework/requirement-framework'
import { AppError } from '@/lib/kernel/app-error'
import type { FrameworkId } from '@/lib/model/requirement'
import { assessedFactsOf } from './oscal-assessed'
import { type Reach, runFactsOf } from './oscal-run'
import type { OscalSubject } from './oscal-subject'
import { requirementFrameworkOf } from './requirement-framework-of'

type Told = {
  organization: OscalOrganization
  framework: FrameworkId | undefined
  capabilities: ReadonlySet<string> | null
}

/** Where a file of evidence can be fetched by whoever may read it. */
export const evidenceAddress =
  (slug: string): AssessedFacts['evidenceHref'] =>
  ({ id }) =>
    `/api/v1/orgs/${slug}/evidence/${id}/content`

/** The capabilities that speak to a framework; null is all. Throws not-found, and conflict when none does. */
export async function capabilitiesOf(store: Store, id: FrameworkId | undefined): Promise<ReadonlySet<string> | null> {
  if (id === undefined || id === OWN_FRAMEWORK) return null
  const { requirements, name } = await requirementFrameworkOf(store, id)
  const found = new Set(requirements.flatMap((one) => one.capabilities.map((edge) => edge.id)))
  if (found.size === 0) throw new AppError('conflict', { detail: `No capability is mapped to ${name}.` })
  return found
}

const keyOf = (kind: string, id: string, { framework, capabilities }: Told): string[] =>
  capabilities === null ? [kind, id] : [kind, id, framework ?? '']

/** One assessment with a plan and one result. Throws not-found. */
export async function assessmentSubject(store: Store, id: string, told: Told): Promise<OscalSubject> {
  const { organization, capabilities } = told
  const evidenceHref = evidenceAddress(organization.slug)
  const facts = await assessedFactsOf(store, id, { capabilities, evidenceHref })
  const { name, asOf } = facts.assessment
  return {
    key: keyOf('assessment', id, told),
    title: `${name}: ${facts.deployment}`,
    organization,
    lastModified: assessmentModified(facts),
    capabilities,
    subject: `Deployment ${facts.deployment} as of ${asOf}.`,
    results: async function* (resources) {
      yield assessmentResult(facts, resources)
    },
  }
}

/** One run with a plan and one result, whose findings are read while they are written. Throws not-found, conflict. */
export async function runSubject(store: Store, reach: Reach, id: string, told: Told): Promise<OscalSubject> {
  const { organization, capabilities } = told
  const facts = await runFactsOf(store, reach, id, capabilities)
  return {
    key: keyOf('run', id, told),
    title: `posture run of ${facts.connection}`,
    organization,
    lastModified: facts.run.finishedAt,
    capabilities,
    subject: `What the connection ${facts.connection} reads.`,
    results: async function* (resources) {
      yield runResult(facts, resources)
    },
  }
}
