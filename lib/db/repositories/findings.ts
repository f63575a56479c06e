import type { Finding, FindingDetail, FindingEvent, FindingException } from '@/lib/model/finding'
import type { FindingSort } from '@/lib/model/finding-filter'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Reading } from '../read-scope'
import { found, type Tx } from '../scope'
import type { FindingNarrowing } from './finding-clauses'
import { findingColumns } from './finding-columns'
import { findingCountReader } from './finding-counts'
import { findingPage } from './finding-page'

/** As many transitions and remarks as a page shows, the newest. */
const EVENTS_SHOWN = 500
const OWNERS_OFFERED = 500

export const findingReader = (tx: Reading, organizationId: string) => ({
  ...findingCountReader(tx, organizationId),
  /** Throws invalid (cursor). */
  page: (narrowing: FindingNarrowing, sort: FindingSort, request: PageRequest): Promise<Page<Finding>> =>
    findingPage(tx, { organizationId, narrowing, sort }, request),
  /** Throws not-found. */
  async get(id: string, today: string): Promise<FindingDetail> {
    const rows = await tx.$queryRaw<Omit<FindingDetail, 'events' | 'exceptions'>[]>`
      SELECT ${findingColumns(today)}, f.detail, f.provenance,
        CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('id', r.id, 'snapshot', r.snapshot) END AS "lastRun"
      FROM findings f
      JOIN connections c ON c.organization_id = f.organization_id AND c.id = f.connection_id
      LEFT JOIN runs r ON r.organization_id = f.organization_id AND r.id = f.last_run_id
      WHERE f.organization_id = ${organizationId}::uuid AND f.id = ${id}::uuid`
    const row = found(rows[0])
    return {
      ...row,
      exceptions: await exceptionsOf(tx, organizationId, id),
      events: await eventsOf(tx, organizationId, id),
    }
  },
  /** Members whose time is not over, by name; as many as a list of choices can hold. */
  possibleOwners: (now: Date): Promise<{ id: string; name: string }[]> =>
    tx.$queryRaw`
      SELECT u.id::text AS id, u.name FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE m.organization_id = ${organizationId}::uuid AND (m.expires_at IS NULL OR m.expires_at > ${now})
      ORDER BY lower(u.name), u.id LIMIT ${OWNERS_OFFERED}::int`,
  /** The id of the connection with this id or name; null when there is none. */
  async connectionId(idOrName: string): Promise<string | null> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text AS id FROM connections
      WHERE organization_id = ${organizationId}::uuid AND (name = ${idOrName} OR id::text = ${idOrName})
      ORDER BY (id::text = ${idOrName}) DESC LIMIT 1`
    return row?.id ?? null
  },
})

/** Findings as they are read and acted upon; how they come in and go is for findingStaging. */
export const findingRepository = (tx: Tx, organizationId: string) => ({
  ...findingReader(tx, organizationId),
  /** The severities the organization set for checks, by check. */
  async severitiesSet(): Promise<ReadonlyMap<string, FindingSeverity>> {
    const rows = await tx.checkSetting.findMany({ where: { organizationId, severity: { not: null } } })
    return new Map(rows.flatMap(({ checkId, severity }) => (severity ? [[checkId, severity] as const] : [])))
  },
})

const exceptionsOf = (tx: Reading, organizationId: string, id: string): Promise<FindingException[]> =>
  tx.$queryRaw`
    SELECT id::text AS id, owner_name AS "ownerName", reason, until::text AS until, granted_by AS "grantedBy",
      to_char(granted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "grantedAt",
      to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endedAt", ended_by AS "endedBy"
    FROM finding_exceptions WHERE organization_id = ${organizationId}::uuid AND finding_id = ${id}::uuid
    ORDER BY granted_at DESC, id DESC LIMIT 100`

const eventsOf = (tx: Reading, organizationId: string, id: string): Promise<FindingEvent[]> =>
  tx.$queryRaw`
    SELECT id::text AS id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, kind,
      actor_name AS "actorName", run_id::text AS "runId", detail
    FROM finding_events WHERE organization_id = ${organizationId}::uuid AND finding_id = ${id}::uuid
    ORDER BY at DESC, id DESC LIMIT ${EVENTS_SHOWN}::int`
