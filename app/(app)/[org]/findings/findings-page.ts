import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/model/actor'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import type { PageRequest } from '@/lib/model/page'
import { countFindings, matchFindings } from '@/lib/services/count-findings'
import { getAcceptedEffect } from '@/lib/services/get-accepted-effect'
import { listConnections } from '@/lib/services/list-connections'
import { listFindings } from '@/lib/services/list-findings'
import { listRuns } from '@/lib/services/list-runs'

type Asked = { org: string; filter: FindingFilter; sort: FindingSort; page: PageRequest }

/** Connections offered as a filter; an organization has few. */
const CONNECTIONS = { limit: 200 }

/** Everything the page of findings shows. */
export async function listFindingsPage(actor: Actor, { org, filter, sort, page }: Asked) {
  const at = new Date()
  const role = actor.memberships.find(({ slug }) => slug === org)?.role
  const may = (permission: Parameters<typeof can>[1]) => role !== undefined && can(role, permission)
  const [first, counts, matching, connections, runs, accepted] = await Promise.all([
    listFindings(actor, { org, filter, sort, page, now: at }),
    countFindings(actor, { org, now: at }),
    matchFindings(actor, { org, filter, now: at }),
    may('connection:read') ? listConnections(actor, { org, page: CONNECTIONS }) : null,
    may('run:read') ? listRuns(actor, { org, filter: { state: 'done' }, page: { limit: 1 } }) : null,
    filter.exception === 'in-force' ? getAcceptedEffect(actor, { org, now: at }) : null,
  ])
  return {
    first,
    counts,
    matching,
    connections: (connections?.items ?? []).map(({ id, name }) => ({ id, name })),
    lastRun: runs?.items[0] ?? null,
    accepted,
    now: at.toISOString(),
  }
}
