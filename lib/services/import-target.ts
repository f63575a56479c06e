import type { OrganizationPermission } from '@/lib/access/permissions'
import type { Store } from '@/lib/db/store'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Admission } from '@/lib/model/admission'
import { authorize, authorizeSelf } from './authorize'

/** Where an import goes, and what must be done inside its transaction before the first record. */
export type ImportTarget = { admission: Admission; prepare: (store: Store) => Promise<void> }

type Request = { org: string; createOrg?: boolean }

/**
 * The organization an import goes into. The operator may have it made when it is absent; that happens in the import's
 * own transaction, so an import that fails or is a dry run leaves no empty organization behind.
 */
export async function importTarget(
  actor: Actor,
  { org, createOrg = false }: Request,
  permission: OrganizationPermission,
): Promise<ImportTarget> {
  const isAbsent = !actor.memberships.some(({ slug }) => slug === org)
  if (createOrg && isAbsent && actor.kind === 'operator') {
    const decision = await authorizeSelf(actor, 'organization:create')
    const admission = { organizationId: newId(), decision }
    return { admission, prepare: (store) => makeOrganization(actor, store, org) }
  }
  const admission = await authorize(actor, org, permission)
  return { admission, prepare: ({ organization }) => organization.lock() }
}

async function makeOrganization(actor: Actor, { organization, audit }: Store, slug: string): Promise<void> {
  const facts = { slug, name: nameOf(slug), sector: 'other', headcount: null, clouds: [], synthetic: false } as const
  const after = await organization.create({ ...facts, clouds: [] })
  await audit.append(actor, { action: 'organization.created', subject: after.id, detail: { slug }, after })
}

const nameOf = (slug: string): string =>
  slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
