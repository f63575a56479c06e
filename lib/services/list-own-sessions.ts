import { readWithoutTenant } from '@/lib/db/read-scope'
import { liveSessionsOf, type SignalRow, signalsAgainst } from '@/lib/db/repositories/own-sessions'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/model/actor'
import type { OwnSession, SessionSignal } from '@/lib/model/own-session'
import { authorizeSelf } from './authorize'
import { ownPerson } from './own-person'

const HALF_LIFE_MS = 30 * 60_000
const FORGOTTEN_MS = 12 * 3_600_000

/** The actor's own live sessions, the one seen last first, with what speaks against each. Throws forbidden for tokens. */
export async function listOwnSessions(actor: Actor, now = new Date()): Promise<OwnSession[]> {
  await authorizeSelf(actor, 'self:read')
  const { userId, sessionId } = ownPerson(actor)
  const { rows, signals } = await readWithoutTenant(async (tx) => {
    const rows = await liveSessionsOf(tx, userId, now, env().sessionIdleMinutes * 60_000)
    return {
      rows,
      signals: await signalsAgainst(
        tx,
        rows.map(({ id }) => id),
        now,
      ),
    }
  })
  return rows.map((row) => {
    const against = signals.filter((signal) => signal.sessionId === row.id).map((signal) => toSignal(signal, now))
    return {
      ...row,
      current: row.id === sessionId,
      provenAt: row.provenAt?.toISOString() ?? null,
      startedAt: row.startedAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      risk: against.reduce((sum, { weightNow }) => sum + weightNow, 0),
      signals: against,
    }
  })
}

const toSignal = ({ kind, weight, at }: SignalRow, now: Date): SessionSignal => ({
  kind,
  weight,
  at: at.toISOString(),
  weightNow: weight * 0.5 ** (Math.max(0, now.getTime() - at.getTime()) / HALF_LIFE_MS),
  fadesAt: new Date(at.getTime() + FORGOTTEN_MS).toISOString(),
})
