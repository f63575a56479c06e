import { auditStory } from '../audit/story'
import { postureStory } from '../posture/story'
import type { Scenario } from '../scenario'
import { aimsOf } from './aims'
import { assessmentsOf } from './assessments'
import { auditsOf } from './audits'
import { incidentsOf } from './incidents'
import { ADMINISTRATOR, APPROVER, ASSESSOR, AUDITOR, CISO } from './personas'
import { PROFILES } from './profiles'
import { rolloutsOf } from './rollouts'

/** The demo: twelve synthetic organizations whose records average what the five-layer framework paper reports. */
export const study: Scenario = {
  name: 'study',
  story:
    'Twelve synthetic organizations roll zero trust out one after the other; nine go through all five layers, three stop after identity and network.',
  asOf: '2026-11-22T00:00:00Z',
  people: [ADMINISTRATOR, CISO, ASSESSOR, APPROVER, AUDITOR],
  author: ASSESSOR,
  approver: APPROVER,
  organizations: PROFILES.map(({ slug }) => slug),
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
  posture: postureStory,
  audit: auditStory,
}
