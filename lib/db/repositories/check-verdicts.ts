import { newIds } from '@/lib/kernel/id'
import { CheckVerdict, type Verdict } from '@/lib/model/verdict'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'
import { arrayLiteral } from './array-literal'

type Row = Omit<CheckVerdict, 'factsAt'> & { factsAt: Date }

const toVerdict = (row: Row): CheckVerdict =>
  CheckVerdict.parse({ ...row, factsAt: new Date(row.factsAt).toISOString() })

/** What the checks said, account by account. */
const checkVerdictReader = (tx: Reading, organizationId: string) => ({
  /** Of one run, by check and account. */
  async ofRun(runId: string): Promise<CheckVerdict[]> {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT check_id AS "checkId", account, verdict::text AS verdict, numerator, denominator, undecided, gaps,
        facts_at AS "factsAt"
      FROM check_verdicts WHERE organization_id = ${organizationId}::uuid AND run_id = ${runId}::uuid
      ORDER BY check_id, account`
    return rows.map(toVerdict)
  },
  /** Of the newest run of each connection that reached its verdicts; of one connection alone when one is named. */
  async latest(connectionId: string | null): Promise<(CheckVerdict & { connectionId: string; runId: string })[]> {
    const rows = await tx.$queryRaw<(Row & { connectionId: string; runId: string })[]>`
      SELECT c.id::text AS "connectionId", v.run_id::text AS "runId", v.check_id AS "checkId", v.account,
        v.verdict::text AS verdict, v.numerator, v.denominator, v.undecided, v.gaps, v.facts_at AS "factsAt"
      FROM connections c
      JOIN check_verdicts v ON v.organization_id = c.organization_id AND v.run_id = c.latest_run_id
      WHERE c.organization_id = ${organizationId}::uuid
        AND (${connectionId}::uuid IS NULL OR c.id = ${connectionId}::uuid)
      ORDER BY v.check_id, c.id, v.account`
    return rows.map((row) => ({ ...toVerdict(row), connectionId: row.connectionId, runId: row.runId }))
  },
})

export const checkVerdictRepository = (tx: Tx, organizationId: string) => ({
  ...checkVerdictReader(tx, organizationId),
  /** Adds what is not there yet: an account that is evaluated again after a crash says the same. */
  async add(runId: string, verdicts: readonly CheckVerdict[]): Promise<void> {
    const column = (of: (one: CheckVerdict) => string | number) => arrayLiteral(verdicts.map(of))
    const ids = newIds(verdicts.length)
    await tx.$executeRaw`
      INSERT INTO check_verdicts
        (organization_id, id, run_id, check_id, account, verdict, numerator, denominator, undecided, gaps, facts_at)
      SELECT ${organizationId}::uuid, v.id, ${runId}::uuid, v.check_id, v.account, v.verdict::"Verdict", v.numerator,
        v.denominator, v.undecided, v.gaps, v.facts_at
      FROM unnest(${arrayLiteral(ids)}::uuid[], ${column(({ checkId }) => checkId)}::text[],
        ${column(({ account }) => account)}::text[], ${column(({ verdict }) => verdict)}::text[],
        ${column(({ numerator }) => numerator)}::int[], ${column(({ denominator }) => denominator)}::int[],
        ${column(({ undecided }) => undecided)}::int[], ${column(({ gaps }) => JSON.stringify(gaps))}::jsonb[],
        ${column(({ factsAt }) => factsAt)}::timestamptz[])
        AS v(id, check_id, account, verdict, numerator, denominator, undecided, gaps, facts_at)
      ON CONFLICT (organization_id, run_id, check_id, account) DO NOTHING`
  },
  /** Verdicts of a run by check, one for each account. */
  async byCheck(runId: string): Promise<ReadonlyMap<string, Verdict[]>> {
    const rows = await tx.checkVerdict.findMany({
      where: { organizationId, runId },
      select: { checkId: true, verdict: true },
    })
    const byCheck = new Map<string, Verdict[]>()
    for (const { checkId, verdict } of rows) byCheck.set(checkId, [...(byCheck.get(checkId) ?? []), verdict])
    return byCheck
  },
})
