import { AppError } from '@/lib/kernel/app-error'
import { type AccessContext, LOCAL_CONTEXT } from '@/lib/model/access-context'
import { DEFAULT_ACCESS_RULES } from '@/lib/model/access-rules'
import { type Actor, type Membership, membershipAs } from '@/lib/model/actor'
import { completeScenario } from '@/lib/services/complete-scenario'
import { createDeployment } from '@/lib/services/create-deployment'
import { createOrganization } from '@/lib/services/create-organization'
import { listDeployments } from '@/lib/services/list-deployments'
import { putMember } from '@/lib/services/put-member'
import { loadAssessments } from './load-assessments'
import { loadAudit } from './load-audit'
import { loadPosture } from './load-posture'
import { loadRecords } from './load-records'
import type { Persona } from './persona'
import type { OrganizationStory, Scenario } from './scenario'

async function ownedBy(operator: Actor, { organization }: OrganizationStory): Promise<Membership> {
  const known = operator.memberships.find(({ slug }) => slug === organization.slug)
  if (known) return known
  const { id, slug, name } = await createOrganization(operator, { ...organization, synthetic: true })
  return membershipAs('admin', { organizationId: id, slug, name, rules: DEFAULT_ACCESS_RULES })
}

/** A person of the story acts as somebody who just came in by a link: nothing sensitive, and nothing a person may not do. */
const inPerson = (startedAt: number): AccessContext => ({ ...LOCAL_CONTEXT, method: 'link', startedAt })

/** The people of the story as members, each able to act. */
async function castOf(operator: Actor, membership: Membership, people: readonly Persona[]) {
  const cast = new Map<Persona, Actor>()
  for (const persona of people) {
    const { name, email, role } = persona
    const { userId } = await putMember(operator, { org: membership.slug, email, name, role })
    cast.set(persona, {
      kind: 'person',
      userId,
      name,
      memberships: [membershipAs(role, membership)],
      context: inPerson(Date.now()),
    })
  }
  return (persona: Persona): Actor => {
    const actor = cast.get(persona)
    if (!actor) throw new AppError('internal', { reason: `${persona.email} is not among the people of the story` })
    return actor
  }
}

/**
 * Loads one organization of a scenario through the services that people use. It may be repeated after an interruption:
 * what is there stays, what is missing is added, and only at the end is the organization declared complete. An
 * organization of that name has to be synthetic.
 */
export async function loadOrganization(operator: Actor, scenario: Scenario, story: OrganizationStory): Promise<void> {
  const membership = await ownedBy(operator, story)
  const actor: Actor = { ...operator, memberships: [membership] }
  const org = membership.slug
  const as = await castOf(actor, membership, scenario.people)
  const known = (await listDeployments(actor, { org })).find(({ slug }) => slug === story.deployment.slug)
  const deployment = known ?? (await createDeployment(actor, { org, deployment: story.deployment }))
  await loadRecords(actor, scenario.name, story)
  const roles = { author: as(scenario.author), approver: as(scenario.approver) }
  await loadAssessments(roles, { org, deployment }, story.assessments)
  const posture = scenario.posture(org, new Date())
  if (posture) await loadPosture({ owner: actor, author: roles.author }, { org, deployment }, posture)
  const audit = scenario.audit(org, new Date())
  if (audit) {
    const auditor = (await castOf(actor, membership, [audit.auditor]))(audit.auditor)
    await loadAudit({ owner: actor, author: roles.author, auditor }, org, audit)
  }
  await completeScenario(actor, { org, scenario: scenario.name })
}
