import { newId, newIds } from '@/lib/kernel/id'
import type { FindingSeverity } from '@/lib/model/finding-severity'
import { Prisma } from '../generated/client'
import type { Tx } from '../scope'
import { arrayLiteral } from './array-literal'
import { clausesOf, type FindingNarrowing, ranksOf } from './finding-clauses'
import { COUNT_MOVED, COUNTED } from './finding-merge'
import { namedSql } from './named-sql'

const { sql, join } = Prisma

/** Who acts and when. */
export type Act = { by: { id: string | null; name: string }; at: Date }

type Owner = { id: string; name: string }
type Granted = { owner: Owner; reason: string; until: string }

/** A finding as it stood when it was held. */
export type HeldFinding = {
  id: string
  title: string
  state: 'open' | 'resolved'
  severity: FindingSeverity
  severityOverride: FindingSeverity | null
  ownerId: string | null
  exceptionUntil: string | null
}

/** How many are written in one statement. */
const BATCH = 2_000

/**
 * What people decide about findings. Whoever acts holds the findings first, and their connections before them, so that a
 * run that follows the same findings waits, or is waited for, and the counts change with what they count.
 */
export const findingActs = (tx: Tx, organizationId: string) => ({
  /** Those of these findings that there are, none of which anybody else changes until the transaction ends. */
  async hold(ids: readonly string[]): Promise<HeldFinding[]> {
    await tx.$queryRaw`
      SELECT id FROM connections WHERE organization_id = ${organizationId}::uuid AND id IN (
        SELECT connection_id FROM findings WHERE organization_id = ${organizationId}::uuid
          AND id = ANY (${arrayLiteral(ids)}::uuid[])) ORDER BY id FOR NO KEY UPDATE`
    return tx.$queryRaw<HeldFinding[]>`
      SELECT id::text AS id, title, state::text AS state, severity::text AS severity,
        severity_override::text AS "severityOverride", owner_id::text AS "ownerId", exception_until::text AS "exceptionUntil"
      FROM findings WHERE organization_id = ${organizationId}::uuid AND id = ANY (${arrayLiteral(ids)}::uuid[])
      ORDER BY id FOR UPDATE`
  },
  /** Ids of what a filter leaves, at most so many. */
  async idsOf(narrowing: FindingNarrowing, most: number): Promise<string[]> {
    const where = join([sql`k.organization_id = ${organizationId}::uuid`, ...clausesOf(narrowing)], ' AND ')
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT k.id::text AS id FROM findings k
      WHERE ${where} AND k.rank = ANY (${ranksOf(narrowing)}::smallint[]) LIMIT ${most}::int`
    return rows.map(({ id }) => id)
  },
  assign: (ids: readonly string[], owner: Owner | null, act: Act): Promise<void> =>
    inBatches(ids, async (batch) => {
      const set = 'owner_id = @ownerId::uuid, owner_name = @ownerName'
      await change(tx, set, {
        ids: batch,
        organization: organizationId,
        ownerId: owner?.id ?? null,
        ownerName: owner?.name ?? null,
      })
      await tell(tx, organizationId, batch, act, { kind: 'assigned', detail: { owner: owner?.name ?? null } })
    }),
  async rate(
    id: string,
    from: FindingSeverity | null,
    to: FindingSeverity | null,
    reason: string,
    act: Act,
  ): Promise<void> {
    const set = `severity_override = @severity::"FindingSeverity",
      severity = coalesce(@severity::"FindingSeverity", known.given_severity)`
    await change(tx, set, { ids: [id], organization: organizationId, severity: to })
    await tell(tx, organizationId, [id], act, { kind: 'severity', detail: { from, to, reason } })
  },
  /** Ends the exceptions in force or expired, and grants new ones. */
  except: (ids: readonly string[], granted: Granted, act: Act): Promise<void> =>
    inBatches(ids, async (batch) => {
      await endAll(tx, organizationId, batch, act)
      const { owner, reason, until } = granted
      await tx.$executeRaw`
        INSERT INTO finding_exceptions (organization_id, id, finding_id, owner_id, owner_name, reason, until, granted_by, granted_at)
        SELECT ${organizationId}::uuid, sent.id, sent.finding_id, ${owner.id}::uuid, ${owner.name}, ${reason}, ${until}::date,
          ${act.by.name}, ${act.at}
        FROM unnest(${arrayLiteral(newIds(batch.length))}::uuid[], ${arrayLiteral(batch)}::uuid[]) AS sent (id, finding_id)`
      await change(tx, 'exception_until = @until::date', { ids: batch, organization: organizationId, until })
      await tell(tx, organizationId, batch, act, { kind: 'exception', detail: { owner: owner.name, until, reason } })
    }),
  async endException(id: string, act: Act): Promise<void> {
    await endAll(tx, organizationId, [id], act)
    await change(tx, 'exception_until = NULL', { ids: [id], organization: organizationId })
    await tell(tx, organizationId, [id], act, { kind: 'exception-ended', detail: {} })
  },
  comment: (id: string, text: string, act: Act): Promise<void> =>
    tell(tx, organizationId, [id], act, { kind: 'comment', detail: { text } }),
})

async function inBatches(ids: readonly string[], work: (batch: readonly string[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) await work(ids.slice(start, start + BATCH))
}

type Changed = { ids: readonly string[]; organization: string } & Readonly<Record<string, unknown>>

/** Sets columns of some findings and moves the counts along. */
async function change(tx: Tx, set: string, { ids, ...values }: Changed): Promise<void> {
  const statement = `WITH before AS (SELECT ${COUNTED('known')} FROM findings known
      WHERE known.organization_id = @organization::uuid AND known.id = ANY (@ids::uuid[])),
    changed AS (UPDATE findings known SET ${set}
      WHERE known.organization_id = @organization::uuid AND known.id = ANY (@ids::uuid[]) RETURNING ${COUNTED('known')}),
    moved AS (SELECT *, -1 AS n FROM before UNION ALL SELECT *, 1 FROM changed)
    ${COUNT_MOVED}`
  await tx.$executeRawUnsafe(...namedSql(statement, { ...values, ids: arrayLiteral(ids) }))
  await tx.$executeRaw`DELETE FROM finding_counts WHERE organization_id = ${values.organization}::uuid AND findings = 0`
}

type Told = { kind: string; detail: object }

async function tell(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  act: Act,
  { kind, detail }: Told,
): Promise<void> {
  const eventIds = ids.length === 1 ? [newId()] : newIds(ids.length)
  await tx.$executeRaw`
    INSERT INTO finding_events (organization_id, id, finding_id, at, kind, actor_name, actor_id, detail)
    SELECT ${organizationId}::uuid, sent.id, sent.finding_id, ${act.at}, ${kind}, ${act.by.name}, ${act.by.id}::uuid,
      ${JSON.stringify(detail)}::jsonb
    FROM unnest(${arrayLiteral(eventIds)}::uuid[], ${arrayLiteral(ids)}::uuid[]) AS sent (id, finding_id)`
}

const endAll = (tx: Tx, organizationId: string, ids: readonly string[], { by, at }: Act): Promise<number> =>
  tx.$executeRaw`
    UPDATE finding_exceptions SET ended_at = ${at}, ended_by = ${by.name}
    WHERE organization_id = ${organizationId}::uuid AND finding_id = ANY (${arrayLiteral(ids)}::uuid[]) AND ended_at IS NULL`
