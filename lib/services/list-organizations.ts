import { z } from 'zod'
import { fromCursor, toCursor } from '@/lib/db/repositories/cursor'
import { organizationsOf } from '@/lib/db/repositories/organizations'
import { forOrganizations } from '@/lib/db/scope'
import type { Actor, Membership } from '@/lib/model/actor'
import type { OwnOrganization } from '@/lib/model/organization-change'
import type { Page, PageRequest } from '@/lib/model/page'
import { authorizeEach, authorizeSelf } from './authorize'

const byName = (a: Pick<Membership, 'name' | 'slug'>, b: Pick<Membership, 'name' | 'slug'>): number =>
  a.name.localeCompare(b.name, 'en') || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)

const Key = z.tuple([z.string(), z.string()])

/** The organizations the actor belongs to, by name, with the actor's role in each. Throws invalid for a bad cursor. */
export async function listOrganizations(actor: Actor, { cursor, limit }: PageRequest): Promise<Page<OwnOrganization>> {
  const [name, slug] = cursor ? fromCursor(cursor, Key) : ['', '']
  await authorizeSelf(actor, 'portfolio:read')
  const own = await authorizeEach(actor, ['organization:read'])
  const rest = own.filter((m) => byName({ name, slug }, m) < 0).sort(byName)
  const page = rest.slice(0, limit)
  const ids = page.map((m) => m.organizationId)
  const rows = await forOrganizations(ids, (tx) => organizationsOf(tx, page))
  const last = page.at(-1)
  return { items: rows, nextCursor: rest.length > limit && last ? toCursor([last.name, last.slug]) : null }
}
