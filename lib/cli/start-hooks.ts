import { operator } from '@/lib/auth/operator'
import { issueSignInLink } from '@/lib/auth/sign-in-link'
import { users } from '@/lib/db/repositories/users'
import { withoutTenant } from '@/lib/db/scope'
import { listScenarioOrganizations } from '@/lib/services/list-scenario-organizations'
import { summarizeOrganizations } from '@/lib/services/summarize-organizations'
import { DEMO_READERS } from '@/prisma/seed/study/personas'
import { seedStudy } from './seed-study'

/** A one-time sign-in link that the start prints, and whom it signs in. */
export type SignInLink = { label: string; url: string }

type Person = { label: string; name: string; email: string }

/** Belongs to no organization yet; whoever makes one becomes its administrator. */
const FIRST_ADMINISTRATOR: Person = {
  label: 'First administrator',
  name: 'First administrator',
  email: 'first.administrator@proofline.test',
}

/**
 * Loads the demo study into a database that holds no organizations, or goes on with a load that was interrupted; returns
 * how many organizations it made, 0 when it left the database alone. Beside real data nothing is ever loaded by itself.
 */
export async function seedWhenEmpty(): Promise<number> {
  const known = await summarizeOrganizations(await operator())
  if (known.some(({ synthetic }) => !synthetic)) return 0
  return (await seedStudy()).loaded.length
}

/**
 * Fresh one-time links for whoever started Proofline: the people of the demo study where it is loaded, the first
 * administrator where there is no organization at all, and nobody otherwise. `baseUrl` is the origin they open in their
 * browser.
 */
export async function signInLinks(baseUrl: string): Promise<SignInLink[]> {
  const actor = await operator()
  const isDemo = (await listScenarioOrganizations(actor, { scenario: 'study' })).length > 0
  if (isDemo) return Promise.all(DEMO_READERS.map((person) => linkFor(person, baseUrl)))
  return actor.memberships.length === 0 ? [await linkFor(FIRST_ADMINISTRATOR, baseUrl)] : []
}

async function linkFor({ label, name, email }: Person, baseUrl: string): Promise<SignInLink> {
  const { id } = await withoutTenant((tx) => users(tx).put(email, name))
  return { label: label === name ? label : `${label} (${name})`, url: new URL(await issueSignInLink(id), baseUrl).href }
}
