import { readWithoutTenant } from '@/lib/db/read-scope'
import { providersOf, userNamed } from '@/lib/db/repositories/own-sessions'
import type { Account } from '@/lib/model/account'
import type { Actor } from '@/lib/model/actor'
import { authorizeSelf } from './authorize'

/** Whoever asks: their name, how and when they proved it, and their role in each organization. */
export async function getAccount(actor: Actor): Promise<Account> {
  await authorizeSelf(actor, 'self:read')
  const { kind, userId, name, memberships } = actor
  const { method, provenAt, hasCredential } = actor.context
  const [person, providers] =
    userId === null
      ? [null, []]
      : await readWithoutTenant((tx) => Promise.all([userNamed(tx, userId), providersOf(tx, userId)]))
  return {
    kind,
    userId,
    email: person?.email ?? null,
    name,
    method,
    provenAt: provenAt === null ? null : new Date(provenAt).toISOString(),
    hasCredential,
    providers,
    roles: memberships.map(({ slug, organizationId: _, rules: __, ...role }) => ({ org: slug, ...role })),
  }
}
