import { Prisma } from '../generated/client'

/** Instants as they are hashed, to the millisecond, whatever the driver makes of dates. */
const instant = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** An audit entry as the model has it. */
export const ENTRY_COLUMNS = Prisma.sql`
  seq::float8 AS seq, id::text, ${instant(Prisma.sql`at`)} AS at, actor_kind AS "actorKind",
  actor_id::text AS "actorId", actor_name AS "actorName", action, subject, detail, session_id::text AS "sessionId",
  address, decision, before_digest AS "beforeDigest", after_digest AS "afterDigest", previous_hash AS "previousHash", hash`

/** A signed head or checkpoint as the chain's engine has it. */
export const HEAD_COLUMNS = Prisma.sql`seq::float8 AS seq, hash, ${instant(Prisma.sql`at`)} AS at, kid, signature`

/** The database's own clock now, so that entries of several processes are dated by one. */
export const CLOCK = instant(Prisma.sql`clock_timestamp()`)
