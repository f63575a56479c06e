import { readWithoutTenant } from '@/lib/db/read-scope'
import { liveSessionsOf } from '@/lib/db/repositories/own-sessions'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/model/actor'
import type { OwnSession } from '@/lib/model/own-session'
import { authorizeSelf } from './authorize'
import { ownPerson } from './own-person'
import { readRisk } from './read-risk'

/** The actor's own live sessions, the one seen last first, with what speaks against each. Throws forbidden for tokens. */
export async function listOwnSessions(actor: Actor, now = new Date()): Promise<OwnSession[]> {
  await authorizeSelf(actor, 'self:read')
  const { userId, sessionId } = ownPerson(actor)
  const idleMs = env().sessionIdleMinutes * 60_000
  const rows = await readWithoutTenant((tx) => liveSessionsOf(tx, userId, now, idleMs))
  const risk = await readRisk(
    rows.map(({ id }) => id),
    now,
  )
  return rows.map((row) => ({
    ...row,
    current: row.id === sessionId,
    provenAt: row.provenAt?.toISOString() ?? null,
    startedAt: row.startedAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    signals: risk.get(row.id) ?? [],
  }))
}
