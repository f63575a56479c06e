import { z } from 'zod'
import { fromCursor, toCursor } from '@/lib/db/repositories/cursor'
import { portfolioRepository } from '@/lib/db/repositories/portfolio'
import { forOrganizations } from '@/lib/db/scope'
import { poolOutcomes } from '@/lib/metrics/pool-outcomes'
import type { Actor } from '@/lib/model/actor'
import type { Day } from '@/lib/model/instant'
import type { Cohort, Portfolio, PortfolioFilter, RolloutGroup } from '@/lib/model/portfolio'
import { authorizeEach, authorizeSelf } from './authorize'
import { utcDay } from './latest-day'
import { layerSpread } from './layer-spread'
import { portfolioRow, type RowWithOutcome } from './portfolio-row'

const PAGE = 50
const names = new Intl.Collator('en')
const COMPARED: readonly RolloutGroup[] = ['identity-and-network', 'all-five']

/**
 * Every organization the actor belongs to, by name, 50 at a time: where each stands and what changed, and for all that
 * match the filter together the spread over stages, the pooled outcome and the two cohorts. Throws invalid for a bad
 * cursor.
 */
export async function getPortfolio(actor: Actor, input: PortfolioFilter & { now?: Date }): Promise<Portfolio> {
  const at = utcDay(input.now ?? new Date())
  const after = input.cursor === undefined ? null : fromCursor(input.cursor, z.tuple([z.string(), z.uuid()]))
  const all = await matching(actor, at, input)
  const rows = all.map(({ row }) => row)
  const rest = after ? rows.filter(({ organization: o }) => follows([o.name, o.id], after)) : rows
  const items = rest.slice(0, PAGE)
  const last = items.at(-1)?.organization
  return {
    at,
    organizations: rows.length,
    deployments: rows.reduce((sum, row) => sum + row.deployments, 0),
    items,
    nextCursor: rest.length > PAGE && last ? toCursor([last.name, last.id]) : null,
    spread: layerSpread(rows),
    pooled: pool(all),
    cohorts: COMPARED.map((rollout) => cohort(rollout, all)),
  }
}

async function matching(actor: Actor, at: Day, filter: PortfolioFilter): Promise<RowWithOutcome[]> {
  await authorizeSelf(actor, 'portfolio:read')
  const own = await authorizeEach(actor, ['organization:read'])
  const memberships = new Map(own.map((one) => [one.organizationId, one]))
  const ids = [...memberships.keys()]
  if (ids.length === 0) return []
  const { facts, months } = await forOrganizations(ids, async (tx) => {
    const portfolio = portfolioRepository(tx, ids)
    const facts = await portfolio.facts(at, filter)
    const owners = facts.flatMap(({ organizationId, deployment }) =>
      deployment ? [{ organizationId, deploymentId: deployment.id }] : [],
    )
    return { facts, months: await portfolio.months(owners) }
  })
  const monthsOf = new Map(months.map((one) => [one.organizationId, one]))
  return facts
    .flatMap((one) => {
      const membership = memberships.get(one.organizationId)
      return membership ? [portfolioRow(one, membership, monthsOf.get(one.organizationId))] : []
    })
    .sort((a, b) => (follows(keyOf(a), keyOf(b)) ? 1 : -1))
}

type Key = readonly [name: string, id: string]

const keyOf = ({ row: { organization } }: RowWithOutcome): Key => [organization.name, organization.id]

const follows = ([name, id]: Key, [otherName, otherId]: Key): boolean => {
  const order = names.compare(name, otherName)
  return order > 0 || (order === 0 && id > otherId)
}

const pool = (rows: readonly RowWithOutcome[]) => poolOutcomes(rows.flatMap(({ outcome }) => outcome ?? []))

function cohort(rollout: RolloutGroup, all: readonly RowWithOutcome[]): Cohort {
  const members = all.filter(({ row }) => row.rollout === rollout)
  return { rollout, organizations: members.length, pooled: pool(members) }
}
