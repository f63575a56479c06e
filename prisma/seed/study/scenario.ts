import type { AuditRecord } from '@/lib/model/compliance-audit'
import type { DeploymentInput } from '@/lib/model/deployment'
import type { IncidentRecord } from '@/lib/model/incident'
import type { OrganizationInput } from '@/lib/model/organization'
import { aimsOf } from './aims'
import { type AssessmentStory, assessmentsOf } from './assessments'
import { auditsOf } from './audits'
import { incidentsOf } from './incidents'
import { PERSONAS, type Persona } from './personas'
import { PROFILES } from './profiles'
import { rolloutsOf } from './rollouts'

export type OrganizationStory = {
  organization: OrganizationInput
  deployment: DeploymentInput
  incidents: IncidentRecord[]
  audits: AuditRecord[]
  assessments: AssessmentStory[]
}

export type Scenario = {
  name: string
  story: string
  asOf: string
  people: readonly Persona[]
  build: () => OrganizationStory[]
}

/** The demo: twelve synthetic organizations whose records average what the five-layer framework paper reports. */
export const study: Scenario = {
  name: 'study',
  story:
    'Twelve synthetic organizations roll zero trust out one after the other; nine go through all five layers, three stop after identity and network.',
  asOf: '2026-11-22T00:00:00Z',
  people: PERSONAS,
  build: () => {
    const aims = aimsOf(PROFILES)
    return PROFILES.flatMap((profile, at) => {
      const aim = aims[at]
      if (!aim) return []
      const { slug, name, sector, headcount, clouds, deployment } = profile
      return [
        {
          organization: { slug, name, sector, headcount, clouds },
          deployment: { ...deployment, rollouts: rolloutsOf(profile) },
          incidents: incidentsOf(profile, aim),
          audits: auditsOf(profile, aim),
          assessments: assessmentsOf(profile),
        },
      ]
    })
  },
}
