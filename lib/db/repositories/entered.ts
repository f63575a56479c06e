import { AccessRules, DEFAULT_ACCESS_RULES } from '@/lib/model/access-rules'
import { readOrganizations } from '../read-scope'

/** What everybody who enters an organization has to know of it. */
type Facts = { name: string; rules: AccessRules }
type Revised = { organizationId: string; revision: number }

const MOST_REMEMBERED = 10_000
const remembered = new Map<string, Facts & { revision: number }>()

/** Most organizations have said nothing, and reading nothing through a schema on every request is wasted. */
export const rulesOf = (kept: object): AccessRules =>
  Object.keys(kept).length === 0 ? DEFAULT_ACCESS_RULES : AccessRules.parse(kept)

/**
 * Names and rules of organizations, read inside their walls, and remembered for as long as their revision stays, which
 * every request reads anew with the memberships: a changed rule counts at once, in every process.
 */
export async function enteredFacts(asked: readonly Revised[]): Promise<ReadonlyMap<string, Facts>> {
  const stale = asked.filter(({ organizationId, revision }) => remembered.get(organizationId)?.revision !== revision)
  if (stale.length > 0) await remember(stale)
  return remembered
}

async function remember(stale: readonly Revised[]): Promise<void> {
  if (remembered.size + stale.length > MOST_REMEMBERED) remembered.clear()
  const ids = stale.map(({ organizationId }) => organizationId)
  const rows = await readOrganizations(
    ids,
    (tx) => tx.$queryRaw<{ id: string; name: string; rules: object; revision: number }[]>`
      SELECT o.id::text, o.name, o.access_rules AS rules, d.revision
      FROM organizations o JOIN organization_directory d ON d.organization_id = o.id
      WHERE o.id = ANY (${ids}::uuid[])`,
  )
  for (const id of ids) remembered.delete(id)
  for (const { id, name, rules, revision } of rows) remembered.set(id, { name, rules: rulesOf(rules), revision })
}
