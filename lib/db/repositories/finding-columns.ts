import type { Finding } from '@/lib/model/finding'
import { Prisma } from '../generated/client'

const { sql } = Prisma

/** An instant as the model writes it. */
const instant = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** A finding as lists show it, of a row `f` and its connection `c`. `today` decides whether an exception is in force. */
export const findingColumns = (today: string) => sql`
  f.id::text AS id, f.connection_id::text AS "connectionId", c.name AS "connectionName", f.check_id AS "checkId", f.source,
  json_build_object('type', f.resource_type, 'id', f.resource_id, 'name', f.resource_name, 'account', f.account,
    'region', nullif(f.region, '')) AS resource,
  f.title, f.message, f.severity::text AS severity, f.severity_override::text AS "severityOverride",
  f.state::text AS state, f.capabilities, f.layer::text AS layer, ${instant('f.opened_at')} AS "openedAt",
  ${instant('f.last_seen_at')} AS "lastSeenAt", ${instant('f.resolved_at')} AS "resolvedAt", f.runs_seen AS "runsSeen",
  f.reopened, CASE WHEN f.owner_id IS NULL THEN NULL
    ELSE json_build_object('id', f.owner_id, 'name', coalesce(f.owner_name, '')) END AS owner,
  CASE WHEN f.exception_until >= ${today}::date THEN f.exception_until::text END AS "exceptionUntil"`

/** What lists need of a row, so that its facts and its record stay where they are. */
export const LISTED = Prisma.raw(
  `k.organization_id, k.id, k.connection_id, k.check_id, k.source, k.resource_type, k.resource_id, k.resource_name,
   k.account, k.region, k.title, k.message, k.severity, k.severity_override, k.state, k.rank::int AS rank, k.capabilities,
   k.layer, k.opened_at, k.last_seen_at, k.resolved_at, k.runs_seen, k.reopened, k.owner_id, k.owner_name,
   k.exception_until`,
)

/** A row of a list with the place it stands at. */
export type ListedRow = Finding & { rank: number }
