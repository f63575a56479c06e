import { newIds } from '@/lib/kernel/id'
import type { Month } from '@/lib/kernel/month'
import type { Tx } from '../scope'
import { arrayLiteral } from './array-literal'

type Cell = string | number | null

/** A column that the file fills: how it is sent, and the SQL that makes the stored value of what was sent. */
export type FileColumn<R> = {
  name: string
  type: string
  sent: 'text' | 'float8' | 'int4'
  stored?: (sent: string) => string
  of: (record: R) => Cell
}

/** A table that imports fill, and how. Everything in it is a constant of the program, never input. */
export type RecordTable<R> = {
  name: string
  columns: readonly FileColumn<R>[]
  /** SQL of the day or instant, on the UTC clock, whose month a row counts in. */
  placedOn: (row: string) => string
}

/** A row of the file; `record` is null when the row was refused. */
export type StagedRow<R> = { row: number; externalId: string; record: R | null }

/** Where the records go: the pair of source and external id is what makes an import repeatable. */
export type Destination = { source: string; deploymentId: string | null }

/** What writing would do. `refused` are records whose latest row was refused; `months` are those it would touch. */
export type Comparison = { created: number; updated: number; unchanged: number; refused: number; months: Month[] }

/**
 * Rows of a file on their way into a tenant table, in temporary tables that end with the transaction. The file is held
 * by Postgres and never by this process, so a million rows need no more memory than ten thousand. Of several rows with
 * one external id the last one counts, whole: mixing states of a record would make a state that never was.
 */
export function recordStaging<R>(tx: Tx, organizationId: string, table: RecordTable<R>) {
  const sql = statements(table)
  return {
    async open(): Promise<void> {
      await tx.$executeRawUnsafe(`SET LOCAL work_mem = '64MB'`)
      for (const statement of sql.open) await tx.$executeRawUnsafe(statement)
    },
    async add(rows: readonly StagedRow<R>[]): Promise<void> {
      const columns = [
        rows.map(({ row }) => row),
        rows.map(({ externalId }) => externalId),
        rows.map(({ record }) => record !== null),
        newIds(rows.length),
        ...table.columns.map(({ of }) => rows.map(({ record }) => (record === null ? null : of(record)))),
      ]
      await tx.$executeRawUnsafe(sql.add, ...columns.map(arrayLiteral))
    },
    async compare({ source, deploymentId }: Destination): Promise<Comparison> {
      await tx.$executeRawUnsafe('ANALYZE import_rows')
      await tx.$executeRawUnsafe(sql.compare, organizationId, source, deploymentId)
      await tx.$executeRawUnsafe('ANALYZE import_records')
      const counts = await tx.$queryRawUnsafe<{ verdict: string; n: number }[]>(
        'SELECT verdict, count(*)::int AS n FROM import_records GROUP BY verdict',
      )
      const count = (verdict: string) => counts.find((c) => c.verdict === verdict)?.n ?? 0
      const months = await tx.$queryRawUnsafe<{ month: Month }[]>(sql.months)
      return {
        created: count('created'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        refused: count('refused'),
        months: months.map(({ month }) => month),
      }
    },
    /**
     * Keeps what the batch is about to change, then writes what `compare` found new or different. The organization's
     * lock keeps that true until here; a writer that ignored it would break on the unique key and write nothing.
     */
    async write({ source, deploymentId }: Destination, batchId: string): Promise<void> {
      await tx.$executeRawUnsafe(sql.keep, organizationId, batchId)
      await tx.$executeRawUnsafe(sql.change, organizationId, deploymentId, batchId)
      await tx.$executeRawUnsafe(sql.create, organizationId, source, deploymentId, batchId)
    },
  }
}

/** Rows of one kind of record on their way in. */
export type RecordStaging<R> = ReturnType<typeof recordStaging<R>>

function statements<R>({ name, columns, placedOn }: RecordTable<R>) {
  const names = columns.map((column) => column.name)
  const list = (prefix: string) => names.map((column) => `${prefix}${column}`).join(', ')
  const sent = columns.map(({ sent, name: column }, i) => ({ array: `$${i + 5}::${sent}[]`, column }))
  const stored = columns.map(({ name: column, type, stored: make }) => make?.(column) ?? `${column}::${type}`)
  const month = (row: string) => `to_char(${placedOn(row)}, 'YYYY-MM')`
  return {
    open: [
      `CREATE TEMP TABLE import_rows (row_number int4, external_id text, accepted bool, fresh_id uuid,
         ${columns.map(({ name: column, type }) => `${column} ${type}`).join(', ')}) ON COMMIT DROP`,
      `CREATE TEMP TABLE import_records (LIKE import_rows, verdict text, known_id uuid, month text, known_month text)
         ON COMMIT DROP`,
    ],
    add: `INSERT INTO import_rows
      SELECT row_number, external_id, accepted, fresh_id, ${stored.join(', ')}
      FROM unnest($1::int4[], $2::text[], $3::bool[], $4::uuid[], ${sent.map(({ array }) => array).join(', ')})
        AS sent (row_number, external_id, accepted, fresh_id, ${list('')})`,
    compare: `INSERT INTO import_records
      SELECT latest.*,
        CASE WHEN NOT latest.accepted THEN 'refused'
             WHEN known.id IS NULL THEN 'created'
             WHEN (${list('known.')}, known.deployment_id)
               IS DISTINCT FROM (${list('latest.')}, coalesce($3::uuid, known.deployment_id)) THEN 'updated'
             ELSE 'unchanged' END,
        known.id, ${month('latest')}, ${month('known')}
      FROM (SELECT DISTINCT ON (external_id) * FROM import_rows ORDER BY external_id, row_number DESC) latest
      LEFT JOIN ${name} known
        ON known.organization_id = $1::uuid AND known.source = $2 AND known.external_id = latest.external_id`,
    months: `SELECT DISTINCT month FROM (
        SELECT month FROM import_records WHERE verdict IN ('created', 'updated')
        UNION ALL SELECT known_month FROM import_records WHERE verdict = 'updated') touched
      ORDER BY month`,
    keep: `INSERT INTO import_revisions (organization_id, id, batch_id, record_id, previous)
      SELECT $1::uuid, record.fresh_id, $2::uuid, known.id, to_jsonb(known)
      FROM import_records record
      JOIN ${name} known ON known.organization_id = $1::uuid AND known.id = record.known_id
      WHERE record.verdict = 'updated'`,
    change: `UPDATE ${name} known SET
        ${names.map((column) => `${column} = record.${column}`).join(', ')},
        deployment_id = coalesce($2::uuid, known.deployment_id), import_batch_id = $3::uuid
      FROM import_records record
      WHERE known.organization_id = $1::uuid AND known.id = record.known_id AND record.verdict = 'updated'`,
    create: `INSERT INTO ${name} (organization_id, id, source, external_id, deployment_id, import_batch_id, ${list('')})
      SELECT $1::uuid, fresh_id, $2, external_id, $3::uuid, $4::uuid, ${list('')}
      FROM import_records WHERE verdict = 'created'`,
  }
}
