import type { Finding } from '@/lib/model/finding'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { arrayLiteral } from './array-literal'
import type { Population } from './pack-population'
import { iso } from './pack-population'
import { FINDINGS, REOPENED } from './pack-posture-populations'

/** What a statement of a population is asked with. */
export type PopulationPlace = {
  from: string
  to: string
  asOf: string
  deploymentIds: readonly string[]
  framework: string
  capabilities: readonly string[]
  checks: readonly string[]
  engagementId: string | null
}

/** One row, by column. */
export type PopulationRow = Readonly<Record<string, string | number | null>> & { readonly id: string }

/** Runs one read; each page is a transaction of its own, so that a long build holds no connection. */
type Read = <T>(work: (tx: Reading) => Promise<T>) => Promise<T>

const PAGE = 1_000
/** Written into the statement: how many rows are wanted decides how they are best found, also before it is run. */
const WHOLE_PAGE = Prisma.raw(String(PAGE))
const SMALLEST_ID = '00000000-0000-0000-0000-000000000000'
const PARAMETER = /(?<!:):(organization|from|to|as_of|deployments|framework|capabilities|checks|engagement)\b/

/** What a population's statement is run with, by the names it uses. */
export const populationParameters = (organizationId: string, place: PopulationPlace) => ({
  organization: organizationId,
  from: place.from,
  to: place.to,
  as_of: place.asOf,
  deployments: arrayLiteral(place.deploymentIds),
  framework: place.framework,
  capabilities: arrayLiteral(place.capabilities),
  checks: arrayLiteral(place.checks),
  engagement: place.engagementId,
})

/** An organization's populations, row by row in the order of their ids, in pages. */
export const packReader = (read: Read, organizationId: string, place: PopulationPlace) => {
  const parameters: Readonly<Record<string, string | null>> = populationParameters(organizationId, place)
  const bound = (text: string): Prisma.Sql => {
    const parts = text.split(PARAMETER)
    const texts = parts.filter((_, i) => i % 2 === 0)
    return Prisma.sql(texts, ...parts.filter((_, i) => i % 2 === 1).map((name) => parameters[name] ?? null))
  }
  const pages = async function* <Row extends { id: string }>(statement: Prisma.Sql): AsyncGenerator<Row[]> {
    for (let after = SMALLEST_ID; ; ) {
      const rows = await read(
        (tx) => tx.$queryRaw<Row[]>`
          SELECT * FROM (${statement}) AS population WHERE id > ${after}::uuid ORDER BY id LIMIT ${WHOLE_PAGE}`,
      )
      if (rows.length > 0) yield rows
      const last = rows.at(-1)
      if (!last || rows.length < PAGE) return
      after = last.id
    }
  }
  return {
    rows: (population: Population): AsyncGenerator<PopulationRow[]> => pages<PopulationRow>(bound(population.sql)),
    /** Counted by itself, to be compared with what was written. */
    async count(population: Population): Promise<number> {
      const [counted] = await read(
        (tx) =>
          tx.$queryRaw<{ rows: number }[]>`SELECT count(*)::int AS rows FROM (${bound(population.sql)}) AS population`,
      )
      return counted?.rows ?? 0
    },
    /** The findings of the population of that name, told as of the instant, as the model has them. */
    findings: (): AsyncGenerator<Finding[]> => pages<Finding>(bound(OBSERVED)),
    /** Which of these ids a population does not hold. */
    async missing(population: Population, ids: readonly string[]): Promise<string[]> {
      const rows = await read(
        (tx) => tx.$queryRaw<{ id: string }[]>`
          SELECT id::text FROM (${bound(population.sql)}) AS population
          WHERE id::text = ANY (${arrayLiteral(ids)}::text[])`,
      )
      const held = new Set(rows.map(({ id }) => id))
      return ids.filter((id) => !held.has(id))
    },
  }
}

/** When a finding was seen last, as far as was known: by the last run that had ended, where a later one saw it too. */
const LAST_SEEN = `CASE WHEN f.last_seen_at <= :as_of::timestamptz THEN f.last_seen_at ELSE coalesce(resolved.at,
    (SELECT max(n.finished_at) FROM run_units n WHERE n.organization_id = f.organization_id AND n.run_id = (
      SELECT r.id FROM runs r WHERE r.organization_id = f.organization_id AND r.connection_id = f.connection_id
        AND r.state = 'done' AND r.finished_at <= :as_of::timestamptz ORDER BY r.finished_at DESC, r.id DESC LIMIT 1)),
    f.opened_at) END`

/** The same rows as FINDINGS with what the model tells of each; who answers for one is no fact of the period. */
const OBSERVED = FINDINGS.sql.replace(
  /^SELECT[\s\S]*?\nFROM findings f /,
  `SELECT f.id, f.connection_id::text AS "connectionId", c.name AS "connectionName", f.check_id AS "checkId", f.source,
    json_build_object('type', f.resource_type, 'id', f.resource_id, 'name', f.resource_name, 'account', f.account,
      'region', nullif(f.region, '')) AS resource,
    f.title, f.message, f.severity::text AS severity, NULL AS "severityOverride",
    CASE WHEN resolved.at IS NULL THEN 'open' ELSE 'resolved' END AS state, f.capabilities, f.layer::text AS layer,
    ${iso('f.opened_at')} AS "openedAt", ${iso(LAST_SEEN)} AS "lastSeenAt", ${iso('resolved.at')} AS "resolvedAt",
    CASE WHEN ${LAST_SEEN} > f.opened_at THEN 2 ELSE 1 END AS "runsSeen", ${REOPENED} AS reopened, NULL AS owner,
    (SELECT x.until::text FROM finding_exceptions x WHERE x.organization_id = f.organization_id AND x.finding_id = f.id
      AND x.granted_at <= :as_of::timestamptz AND (x.ended_at IS NULL OR x.ended_at > :as_of::timestamptz)
      AND x.until >= (:as_of::timestamptz AT TIME ZONE 'UTC')::date ORDER BY x.until DESC LIMIT 1) AS "exceptionUntil"
  FROM findings f `,
)
