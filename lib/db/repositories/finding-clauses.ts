import type { FindingFilter } from '@/lib/model/finding-filter'
import { FINDING_SEVERITIES, type FindingSeverity } from '@/lib/model/finding-severity'
import { Prisma } from '../generated/client'

const { sql } = Prisma

/** A filter with everything looked up that only others know. */
export type FindingNarrowing = Omit<FindingFilter, 'connection' | 'owner' | 'blocks'> & {
  connectionId?: string
  owner?: 'none' | { id: string }
  /** Only findings of these of our own checks. */
  checks?: readonly string[]
  /** Checks and rules of which some finding feeds the capability, which spares a walk through all others; left out when they are many. */
  feeding?: readonly string[]
  /** The day it is, UTC. */
  today: string
}

const STATES = ['open', 'resolved'] as const
const FIRST_RANK = { open: 0, resolved: 10 } as const

const rankOf = (state: (typeof STATES)[number], severity: FindingSeverity): number =>
  FIRST_RANK[state] + FINDING_SEVERITIES.indexOf(severity)

/** The ranks a filter leaves, in the order of lists. An exception that is asked for concerns open findings alone. */
export function ranksOf({ state, severity, exception }: FindingNarrowing): number[] {
  const asked = exception === 'in-force' || exception === 'expired' ? 'open' : undefined
  return STATES.filter((one) => (state ?? one) === one && (asked ?? one) === one).flatMap((one) =>
    FINDING_SEVERITIES.filter((own) => (severity ?? own) === own).map((own) => rankOf(one, own)),
  )
}

/** What of a filter its ranks do not say, as clauses over a row `k`. */
export function clausesOf(narrowing: FindingNarrowing): Prisma.Sql[] {
  const { layer, capability, check, checks, feeding, connectionId, source, owner, search, resource, since } = narrowing
  return [
    ...exceptionClauses(narrowing),
    ...(layer === undefined ? [] : [layer === 'none' ? sql`k.layer IS NULL` : sql`k.layer = ${layer}::"Layer"`]),
    ...(capability === undefined ? [] : [sql`k.capabilities @> ARRAY[${capability}]::text[]`]),
    ...(check === undefined ? [] : [sql`k.check_id = ${check}`]),
    ...(checks === undefined ? [] : [sql`k.source = 'check' AND k.check_id = ANY (${[...checks]}::text[])`]),
    ...(feeding === undefined ? [] : [sql`k.check_id = ANY (${[...feeding]}::text[])`]),
    ...(connectionId === undefined ? [] : [sql`k.connection_id = ${connectionId}::uuid`]),
    ...(source === undefined ? [] : [sql`k.source = ${source}`]),
    ...(owner === undefined ? [] : [owner === 'none' ? sql`k.owner_id IS NULL` : sql`k.owner_id = ${owner.id}::uuid`]),
    ...(search === undefined
      ? []
      : [sql`(k.resource_id ILIKE ${like(search)} OR k.resource_name ILIKE ${like(search)})`]),
    ...(resource === undefined ? [] : [sql`k.resource_id = ${resource}`]),
    ...(since === undefined ? [] : [sql`k.opened_at >= ${since}::date::timestamp AT TIME ZONE 'UTC'`]),
  ]
}

function exceptionClauses({ exception, state, today }: FindingNarrowing): Prisma.Sql[] {
  if (exception === 'in-force') return [sql`k.exception_until >= ${today}::date`]
  if (exception === 'expired') return [sql`k.exception_until < ${today}::date`]
  if (exception === 'none') return [sql`k.exception_until IS NULL`]
  return state === 'open' ? [sql`(k.exception_until IS NULL OR k.exception_until < ${today}::date)`] : []
}

/** LIKE reads these three as patterns; the reader means the characters. */
const like = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`
