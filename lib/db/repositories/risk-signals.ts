import { BURSTS, isBurst, type Tally } from '@/lib/access/burst'
import { RISK_HALF_LIFE_SECONDS, RISK_MEMORY_SECONDS, RISK_WEIGHTS } from '@/lib/access/risk'
import { newId } from '@/lib/kernel/id'
import { RISK_KINDS, type RiskKind, type RiskSignal } from '@/lib/model/risk-signal'
import { Prisma } from '../generated/client'
import type { Tx } from '../scope'

/** What a signal is held against: a session or an access token, and the person whose it is. */
export type RiskSubject = { id: string; userId: string | null }

/** The sum `riskScore` computes, as an expression over the signals against one subject (a column or a value). */
export const riskSum = (subject: Prisma.Sql, at: string): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(sum(r.weight * power(0.5::float8,
    greatest(0, extract(epoch FROM (${at}::timestamptz - r.at)))::float8 / ${RISK_HALF_LIFE_SECONDS}::float8)), 0)::float8
  FROM risk_signals r
  WHERE r.subject = ${subject} AND r.at > ${at}::timestamptz - make_interval(secs => ${RISK_MEMORY_SECONDS}::float8))`

type Counted = { times: number; amount: number }

/** What was seen lately. Counts that are no signal yet lie in the same table with no weight. */
export const riskSignals = (tx: Tx) => ({
  async add(subject: RiskSubject, kind: RiskKind, detail: Prisma.InputJsonObject, at: Date): Promise<void> {
    await tx.riskSignal.create({
      data: { id: newId(), userId: subject.userId, subject: subject.id, kind, weight: RISK_WEIGHTS[kind], at, detail },
    })
  },
  /** Holds something against every session a person has open. */
  async addToPerson(userId: string, kind: RiskKind, detail: Prisma.InputJsonObject, at: Date): Promise<void> {
    const open = await tx.session.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: at } },
      select: { id: true },
    })
    for (const { id } of open) await this.add({ id, userId }, kind, detail, at)
  },
  /**
   * Counts one more, and makes a signal of it when that is a burst; then counting starts anew. Those who count for the
   * same subject at once take turns, so that a burst is one signal. Returns the signal's kind, or null.
   */
  async tally(subject: RiskSubject, tally: Tally, amount: number, at: Date): Promise<RiskKind | null> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`risk ${subject.id}`}, 0))`
    const since = new Date(at.getTime() - BURSTS[tally].windowSeconds * 1000)
    const steps = { subject: subject.id, kind: tally }
    await tx.riskSignal.deleteMany({ where: { ...steps, at: { lte: since } } })
    await tx.riskSignal.create({
      data: { id: newId(), userId: subject.userId, ...steps, weight: 0, at, detail: { amount } },
    })
    const [counted = { times: 0, amount: 0 }] = await tx.$queryRaw<Counted[]>`
      SELECT count(*)::int AS times, coalesce(sum((detail->>'amount')::float8), 0)::float8 AS amount
      FROM risk_signals WHERE subject = ${subject.id}::uuid AND kind = ${tally}`
    if (!isBurst(tally, counted)) return null
    await tx.riskSignal.deleteMany({ where: steps })
    await this.add(subject, BURSTS[tally].becomes, counted, at)
    return BURSTS[tally].becomes
  },
  /** What still counts against these sessions or tokens, latest first, by subject. */
  async against(subjects: readonly string[], now: Date): Promise<Map<string, RiskSignal[]>> {
    const after = new Date(now.getTime() - RISK_MEMORY_SECONDS * 1000)
    const rows = await tx.riskSignal.findMany({
      where: { subject: { in: [...subjects] }, kind: { in: [...RISK_KINDS] }, at: { gt: after } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    })
    const found = new Map<string, RiskSignal[]>()
    for (const { subject, kind, weight, at, detail } of rows) {
      const signal = { kind: kind as RiskKind, weight, at: at.toISOString(), detail: detail as RiskSignal['detail'] }
      found.set(subject, [...(found.get(subject) ?? []), signal])
    }
    return found
  },
})
