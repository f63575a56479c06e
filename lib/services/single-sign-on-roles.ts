import type { Role } from '@/lib/model/actor'

/** What an organization says a group of a provider is worth. */
export type GroupMapping = { organizationId: string; provider: string; group: string; role: Role }

/** A membership somebody has, and whether an administrator gave it or a group did. */
export type HeldMembership = { organizationId: string; role: Role; source: string }

/** What changes for somebody in an organization; null is no member. */
export type RoleChange = { organizationId: string; before: Role | null; after: Role | null }

export const SINGLE_SIGN_ON = 'single-sign-on'

/** What of several groups wins: an auditor also reads and exports, an assessor also writes, an administrator does all. */
const ORDER: readonly Role[] = ['viewer', 'auditor', 'assessor', 'admin']

const higher = (a: Role | undefined, b: Role): Role => (a && ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b)

/** The role each organization gives to somebody in these groups of the provider: the highest that any of them gives. */
export function rolesOfGroups(
  mappings: readonly GroupMapping[],
  provider: string,
  groups: readonly string[],
): Map<string, Role> {
  const held = new Set(groups)
  const roles = new Map<string, Role>()
  for (const mapping of mappings) {
    if (mapping.provider !== provider || !held.has(mapping.group)) continue
    roles.set(mapping.organizationId, higher(roles.get(mapping.organizationId), mapping.role))
  }
  return roles
}

/**
 * What brings memberships in line with groups. An organization that maps the provider follows it; one that maps nothing
 * any more takes back what groups gave. What an administrator gave stays as it is, whatever the groups say.
 */
export function roleChanges(
  mappings: readonly GroupMapping[],
  held: readonly HeldMembership[],
  provider: string,
  groups: readonly string[],
): RoleChange[] {
  const wanted = rolesOfGroups(mappings, provider, groups)
  const mapping = new Set(mappings.map(({ organizationId }) => organizationId))
  const following = new Set(mappings.filter((one) => one.provider === provider).map((one) => one.organizationId))
  const known = new Map(held.map((membership) => [membership.organizationId, membership]))
  return [...new Set([...following, ...known.keys()])].toSorted().flatMap((organizationId) => {
    const membership = known.get(organizationId)
    if (membership && membership.source !== SINGLE_SIGN_ON) return []
    if (!following.has(organizationId) && mapping.has(organizationId)) return []
    const [before, after] = [membership?.role ?? null, wanted.get(organizationId) ?? null]
    return before === after ? [] : [{ organizationId, before, after }]
  })
}
