import type { FindingCounts, FindingMatch } from '@/lib/model/finding-counts'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { clausesOf, type FindingNarrowing, ranksOf } from './finding-clauses'

const { sql, join } = Prisma

/** Past so many a number says no more to whoever reads it, and costs more. */
const COUNTED_ONE_BY_ONE = 10_000
/** Fewer findings than these are quicker read whole and sorted than met on a walk through all. */
const SORTED_AT_ONCE = 2_000

type Totals = Omit<FindingCounts, 'bySeverity' | 'byLayer' | 'blocking'> & {
  blocking: number
  bySeverity: FindingCounts['bySeverity'] | null
  byLayer: FindingCounts['byLayer'] | null
}

/** How many findings there are, from the counts that are kept beside them and cost the same at any number. */
export const findingCountReader = (tx: Reading, organizationId: string) => ({
  /** `today` is the UTC day; `blocking` are the checks that keep a capability from its next stage, null for not known. */
  async totals(today: string, blocking: readonly string[] | null): Promise<FindingCounts> {
    const [row] = await tx.$queryRaw<Totals[]>`
      WITH counted AS (SELECT check_id, severity, layer, assigned, findings, state = 'open' AS open,
          exception_until > '0001-01-01' AND exception_until < ${today}::date AS expired,
          exception_until >= ${today}::date AS accepted
        FROM finding_counts WHERE organization_id = ${organizationId}::uuid),
      live AS (SELECT * FROM counted WHERE open AND NOT accepted)
      SELECT (SELECT coalesce(sum(findings), 0)::int FROM live) AS open,
        (SELECT coalesce(sum(findings), 0)::int FROM counted WHERE open AND accepted) AS accepted,
        (SELECT coalesce(sum(findings), 0)::int FROM live WHERE expired) AS expired,
        (SELECT coalesce(sum(findings), 0)::int FROM counted WHERE NOT open) AS resolved,
        (SELECT coalesce(sum(findings), 0)::int FROM live WHERE NOT assigned) AS unassigned,
        (SELECT coalesce(sum(findings), 0)::int FROM live WHERE check_id = ANY (${[...(blocking ?? [])]}::text[])) AS blocking,
        (SELECT json_agg(json_build_object('severity', severity::text, 'open', open) ORDER BY severity)
          FROM (SELECT severity, sum(findings)::int AS open FROM live GROUP BY severity) each) AS "bySeverity",
        (SELECT json_agg(json_build_object('layer', nullif(layer, ''), 'open', open) ORDER BY layer)
          FROM (SELECT layer, sum(findings)::int AS open FROM live GROUP BY layer) each) AS "byLayer"`
    if (!row) throw new Error('a statement without a table gave no row')
    return {
      ...row,
      blocking: blocking === null ? null : row.blocking,
      bySeverity: row.bySeverity ?? [],
      byLayer: row.byLayer ?? [],
    }
  },
  /** How many are open and not accepted today. */
  async openToday(today: string): Promise<number> {
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(findings), 0)::int AS n FROM finding_counts
      WHERE organization_id = ${organizationId}::uuid AND state = 'open' AND exception_until < ${today}::date`
    return row?.n ?? 0
  },
  /**
   * Checks and rules with a finding, open or not, that feeds the capability; null when their findings are so many that a
   * walk through the list meets them soon anyway.
   */
  async checksFeeding(capability: string): Promise<string[] | null> {
    const rows = await tx.$queryRaw<{ checkId: string; n: number }[]>`
      SELECT check_id AS "checkId", sum(findings)::int AS n FROM finding_counts
      WHERE organization_id = ${organizationId}::uuid AND ${capability} = ANY (string_to_array(capabilities, ','))
      GROUP BY check_id`
    const findings = rows.reduce((sum, { n }) => sum + n, 0)
    return findings > SORTED_AT_ONCE ? null : rows.map(({ checkId }) => checkId)
  },
  /** How many findings of our own check are open, accepted or not: what fixing the check means. */
  async failingOf(checkId: string): Promise<number> {
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      SELECT coalesce(sum(findings), 0)::int AS n FROM finding_counts
      WHERE organization_id = ${organizationId}::uuid AND check_id = ${checkId} AND state = 'open'`
    return row?.n ?? 0
  },
  /** How many open findings of each check have their risk accepted today. */
  async acceptedByCheck(today: string): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.$queryRaw<{ checkId: string; n: number }[]>`
      SELECT check_id AS "checkId", sum(findings)::int AS n FROM finding_counts
      WHERE organization_id = ${organizationId}::uuid AND state = 'open' AND exception_until >= ${today}::date
      GROUP BY check_id`
    return new Map(rows.map(({ checkId, n }) => [checkId, n]))
  },
  /** Exactly where the kept counts can say it; else counted one by one, as far as that makes sense. */
  async matching(narrowing: FindingNarrowing): Promise<FindingMatch> {
    const ranks = ranksOf(narrowing)
    if (ranks.length === 0) return { findings: 0, exact: true }
    if (isCounted(narrowing)) return { findings: await keptCount(tx, organizationId, narrowing, ranks), exact: true }
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM (SELECT 1 FROM findings k
        WHERE k.organization_id = ${organizationId}::uuid AND k.rank = ANY (${ranks}::smallint[])
          AND ${join([sql`true`, ...clausesOf(narrowing)], ' AND ')} LIMIT ${COUNTED_ONE_BY_ONE + 1}::int) matching`
    const n = row?.n ?? 0
    return n > COUNTED_ONE_BY_ONE ? { findings: COUNTED_ONE_BY_ONE, exact: false } : { findings: n, exact: true }
  },
})

/** Whether every part of the filter is something that counts are kept by. */
const isCounted = ({ source, owner, search, resource, since }: FindingNarrowing): boolean =>
  [source, search, resource, since].every((one) => one === undefined) && (owner === undefined || owner === 'none')

async function keptCount(tx: Reading, organizationId: string, narrowing: FindingNarrowing, ranks: readonly number[]) {
  const { owner, ...rest } = narrowing
  // A kept count has the columns of a finding that filters name, except these: seen as a row `k`, it takes their clauses.
  const where = [...clausesOf(rest), ...(owner === 'none' ? [sql`NOT k.assigned`] : [])]
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT coalesce(sum(k.findings), 0)::int AS n FROM (
      SELECT check_id, connection_id, assigned, findings, 'check' AS source,
        string_to_array(capabilities, ',') AS capabilities, nullif(layer, '')::"Layer" AS layer,
        nullif(exception_until, '0001-01-01') AS exception_until,
        CASE state WHEN 'open' THEN 0 ELSE 10 END + CASE severity WHEN 'critical' THEN 0 WHEN 'high' THEN 1
          WHEN 'medium' THEN 2 WHEN 'low' THEN 3 ELSE 4 END AS rank
      FROM finding_counts WHERE organization_id = ${organizationId}::uuid) k
    WHERE k.rank = ANY (${[...ranks]}::int[]) AND ${join([sql`true`, ...where], ' AND ')}`
  return row?.n ?? 0
}
