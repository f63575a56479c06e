import type { KeyProvider, Keys } from './client-config'

const EARLY_MS = 5 * 60_000
const REFUSAL_MS = 60_000

/**
 * Credentials asked for once for all clients, and again five minutes before they end. A refusal is remembered for a minute,
 * so that a role nobody may assume is not asked for by every service of every region.
 */
export function remembered(ask: KeyProvider, now: () => number = Date.now): KeyProvider {
  let held: { asked: Promise<Keys>; until: number } | null = null
  return () => {
    if (held && now() < held.until) return held.asked
    const one = { asked: ask(), until: Number.POSITIVE_INFINITY }
    held = one
    one.asked.then(
      ({ expiration }) => {
        if (expiration) one.until = expiration.getTime() - EARLY_MS
      },
      () => {
        one.until = now() + REFUSAL_MS
      },
    )
    return one.asked
  }
}
