import { actorOfSession, openSession, passkeyProof } from '@/lib/auth/session'
import { users } from '@/lib/db/repositories/users'
import { withoutTenant } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import type { Actor, Role } from '@/lib/model/actor'
import type { Deployment } from '@/lib/model/deployment'
import { LAYERS } from '@/lib/model/layer'
import type { Organization } from '@/lib/model/organization'
import { createDeployment } from '@/lib/services/create-deployment'
import { createOrganization } from '@/lib/services/create-organization'
import { putMember } from '@/lib/services/put-member'
import { issueAccessToken } from './access-token'
import { testSettings } from './settings'

/** An organization and a person in each of its roles, each as their session makes them. */
export type Cast = {
  organization: Organization
  org: string
  viewer: Actor
  auditor: Actor
  assessor: Actor
  secondAssessor: Actor
  admin: Actor
  /** A bearer token for the organization. */
  token: (role: Role) => Promise<string>
}

/** Two organizations that know nothing of each other, made through the product's own services in the test's database. */
export async function twoOrganizations(): Promise<{ attacker: Cast; victim: Cast }> {
  testSettings()
  return { attacker: await castOf('attacker'), victim: await castOf('victim') }
}

async function castOf(name: string): Promise<Cast> {
  const org = `${name}-${newId().slice(-12)}`
  const founder = await person(`admin@${org}.example`, 'Ada Admin')
  const organization = await createOrganization(founder, {
    slug: org,
    name: `The ${name}`,
    sector: 'technology',
    headcount: 1200,
    clouds: ['aws'],
  })
  const admin = await person(`admin@${org}.example`, 'Ada Admin')
  const join = async (role: Role, who: string): Promise<Actor> => {
    const email = `${who.split(' ')[0]?.toLowerCase()}@${org}.example`
    await putMember(admin, { org, email, name: who, role })
    return person(email, who)
  }
  return {
    organization,
    org,
    admin,
    viewer: await join('viewer', 'Vera Viewer'),
    auditor: await join('auditor', 'Odo Auditor'),
    assessor: await join('assessor', 'Asa Assessor'),
    secondAssessor: await join('assessor', 'Bela Assessor'),
    token: (role) => issueAccessToken({ organizationId: organization.id, role, ttlSeconds: 300 }),
  }
}

/** A request that says nothing of where it comes from, as tests make them. */
export const NOWHERE = { address: null, devicePosture: null, userAgent: null } as const

/** The person with this address, as a session of theirs, opened with a passkey this moment, makes them an actor. */
export async function person(email: string, name: string): Promise<Actor> {
  testSettings()
  const { id } = await withoutTenant((tx) => users(tx).put(email, name))
  const actor = await actorOfSession(await openSession(id, passkeyProof(new Date()), NOWHERE), NOWHERE)
  if (!actor) throw new Error('the session just opened opens nothing')
  return actor
}

/** A deployment of the cast's organization in which the named layers are live since `liveOn`. */
export const deploymentOf = (
  { admin, org }: Cast,
  { slug = 'payments', live = LAYERS, beganOn = '2025-11-03', liveOn = '2025-12-01' }: DeploymentStory = {},
): Promise<Deployment> =>
  createDeployment(admin, {
    org,
    deployment: {
      slug,
      name: `Deployment ${slug}`,
      environment: 'AWS + EKS',
      rollouts: LAYERS.map((layer) =>
        live.includes(layer) ? { layer, beganOn, liveOn } : { layer, beganOn: null, liveOn: null },
      ),
    },
  })

type DeploymentStory = { slug?: string; live?: readonly (typeof LAYERS)[number][]; beganOn?: string; liveOn?: string }
