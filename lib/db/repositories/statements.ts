import type { Day, Instant } from '@/lib/model/instant'
import { type ScoreKind, ScoreStatement } from '@/lib/model/score-statement'
import { Prisma } from '../generated/client'
import type { Reading } from '../read-scope'
import { found, type Tx } from '../scope'

export type NewStatement = ScoreStatement & { predicateType: string }

/** Statements that speak for these days, both ends included, and were made by `asOf`. */
type Within = {
  from: Day
  to: Day
  /** Empty is every deployment and the whole organization; otherwise these alone. */
  deploymentIds: readonly string[]
  asOf: Instant
  /** The last one of the page before. */
  after?: Pick<ScoreStatement, 'day' | 'id'> | null
  limit?: number
}

type Row = Omit<ScoreStatement, 'createdAt'> & { createdAt: Date }

const COLUMNS = Prisma.sql`
  id::text, kind, subject_id::text AS "subjectId", deployment_id::text AS "deploymentId", day::text,
  created_at AS "createdAt", kid, inputs, inputs_sha256 AS "inputsSha256", envelope`

const toStatement = (row: Row): ScoreStatement =>
  ScoreStatement.parse({ ...row, createdAt: new Date(row.createdAt).toISOString() })

/** Signed scores. They are added and read, and that is all: nothing changes or removes one. */
export const statementReader = (tx: Reading, organizationId: string) => ({
  async get(id: string): Promise<ScoreStatement> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM statements WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`
    return toStatement(found(rows[0]))
  },
  /** Of an assessment at most one; of a run one of the whole organization, which comes first, and one a deployment it fed. */
  async of(kind: ScoreKind, subjectId: string): Promise<ScoreStatement[]> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM statements
      WHERE organization_id = ${organizationId}::uuid AND kind = ${kind} AND subject_id = ${subjectId}::uuid
      ORDER BY deployment_id NULLS FIRST, id`
    return rows.map(toStatement)
  },
  /** By the day they speak for, then by id. Tens of kilobytes each, so many are read page by page. */
  async within({ from, to, deploymentIds, asOf, after = null, limit }: Within): Promise<ScoreStatement[]> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${COLUMNS} FROM statements
      WHERE organization_id = ${organizationId}::uuid AND day BETWEEN ${from}::date AND ${to}::date
        AND created_at <= ${new Date(asOf)}
        AND (${deploymentIds.length === 0} OR deployment_id = ANY (${[...deploymentIds]}::uuid[]))
        AND (${after === null} OR (day, id) > (${after?.day ?? null}::date, ${after?.id ?? null}::uuid))
      ORDER BY day, id LIMIT ${limit ?? null}::int`
    return rows.map(toStatement)
  },
})

export const statementRepository = (tx: Tx, organizationId: string) => ({
  ...statementReader(tx, organizationId),
  /** Keeps it unless one of its id is there: what a run ended again after a crash states is what it stated before. */
  async add({ createdAt, envelope, ...one }: NewStatement): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO statements (organization_id, id, kind, subject_id, deployment_id, predicate_type, day, created_at, kid,
        inputs, inputs_sha256, envelope)
      VALUES (${organizationId}::uuid, ${one.id}::uuid, ${one.kind}, ${one.subjectId}::uuid, ${one.deploymentId}::uuid,
        ${one.predicateType}, ${one.day}::date, ${new Date(createdAt)}, ${one.kid}, ${one.inputs}, ${one.inputsSha256},
        ${JSON.stringify(envelope)}::jsonb)
      ON CONFLICT (organization_id, id) DO NOTHING`
  },
})
