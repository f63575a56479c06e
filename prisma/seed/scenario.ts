import type { AssessmentState } from '@/lib/model/assessment'
import type { NamedAnswer } from '@/lib/model/assessment-change'
import type { AuditRecord } from '@/lib/model/compliance-audit'
import type { DeploymentInput } from '@/lib/model/deployment'
import type { IncidentRecord } from '@/lib/model/incident'
import type { OrganizationInput } from '@/lib/model/organization'
import type { AuditStory } from './audit/story'
import type { Persona } from './persona'
import type { PostureStory } from './posture/story'

export type AssessmentStory = { name: string; asOf: string; state: AssessmentState; answers: NamedAnswer[] }

export type OrganizationStory = {
  organization: OrganizationInput
  deployment: DeploymentInput
  incidents: IncidentRecord[]
  audits: AuditRecord[]
  assessments: AssessmentStory[]
}

/** A named, deterministic story. Nothing in it lies after `asOf` but what sources say, which is as old on any day. */
export type Scenario = {
  name: string
  story: string
  asOf: string
  people: readonly Persona[]
  /** Who of them writes and submits the assessments, and who approves them. */
  author: Persona
  approver: Persona
  /** Names of its organizations, known without telling the story. */
  organizations: readonly string[]
  build: () => OrganizationStory[]
  /** What the sources of an organization say, by slug, up to a day; null for one that has connected none. */
  posture: (slug: string, today: Date) => PostureStory | null
  /** The audit that is going on in an organization, by slug; null where none is. */
  audit: (slug: string, today: Date) => AuditStory | null
}
