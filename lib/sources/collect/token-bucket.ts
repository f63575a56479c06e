import { setTimeout as wait } from 'node:timers/promises'

export type Limits = { perSecond: number; burst: number }
export type TokenBucket = { take(signal: AbortSignal): Promise<void> }

/** So many scopes at most are remembered; what is forgotten starts full again. */
const MOST = 10_000

/**
 * A bucket that gives `perSecond` tokens a second and holds `burst`. `take` waits in line for its token and rejects when
 * the signal ends the wait. It counts by one instant, the one at which the bucket would be full again.
 */
export function tokenBucket({ perSecond, burst }: Limits, now: () => number = () => performance.now()): TokenBucket {
  const each = 1000 / perSecond
  let fullAt = 0
  return {
    async take(signal) {
      signal.throwIfAborted()
      const at = now()
      const empty = Math.max(fullAt, at) + each
      fullAt = empty
      const early = empty - burst * each - at
      if (early > 0) await wait(early, undefined, { signal })
    },
  }
}

const buckets = new Map<string, TokenBucket>()

/** The bucket of one throttling scope, which everybody in this process takes from: provider, account, region, service. */
export function bucketOf(scope: readonly (string | null)[], limits: Limits): TokenBucket {
  const key = JSON.stringify(scope)
  const known = buckets.get(key)
  if (known) return known
  if (buckets.size >= MOST) buckets.clear()
  const made = tokenBucket(limits)
  buckets.set(key, made)
  return made
}
