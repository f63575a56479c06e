import { z } from 'zod'
import { CheckStanding } from '@/lib/model/check-view'
import type { Page, PageRequest } from '@/lib/model/page'
import type { Reading } from '../read-scope'
import { fromCursor, toCursor } from './cursor'

type Row = Omit<CheckStanding, 'factsAt'> & { factsAt: Date }

/** What each check says of each account in the newest run of its connection. */
export const standingReader = (tx: Reading, organizationId: string) => ({
  /** By check, connection and account; `check` null is every check. Throws `invalid` (cursor). */
  async page(check: string | null, { limit, cursor }: PageRequest): Promise<Page<CheckStanding>> {
    const key = z.tuple([z.literal('standings'), z.literal(organizationId), z.string(), z.uuid(), z.string()])
    const [, , afterCheck, afterConnection, afterAccount] =
      cursor === undefined ? [null, null, null, null, null] : fromCursor(cursor, key)
    const rows = await tx.$queryRaw<Row[]>`
      SELECT c.id::text AS "connectionId", c.name AS "connectionName", v.run_id::text AS "runId", v.account,
        v.verdict::text AS verdict, v.numerator, v.denominator, v.undecided, v.gaps, v.facts_at AS "factsAt",
        v.check_id AS "checkId"
      FROM connections c
      JOIN check_verdicts v ON v.organization_id = c.organization_id AND v.run_id = c.latest_run_id
      WHERE c.organization_id = ${organizationId}::uuid AND (${check}::text IS NULL OR v.check_id = ${check})
        AND (${afterCheck}::text IS NULL OR (v.check_id, c.id, v.account)
          > (${afterCheck}::text, ${afterConnection}::uuid, ${afterAccount}::text))
      ORDER BY v.check_id, c.id, v.account LIMIT ${limit + 1}::int`
    const items = rows
      .slice(0, limit)
      .map((row) => CheckStanding.parse({ ...row, factsAt: new Date(row.factsAt).toISOString() }))
    const last = rows.length > limit ? items.at(-1) : undefined
    return {
      items,
      nextCursor: last ? toCursor(['standings', organizationId, last.checkId, last.connectionId, last.account]) : null,
    }
  },
})
