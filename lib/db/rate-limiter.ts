import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { readers } from './client'

const WINDOW_SECONDS = 60

/** So many points a minute for each key. */
export type RateLimit = { name: string; perMinute: number }

/** Whether the points were there, and when the window ends in which they were taken. */
export type TakenPoints = { granted: boolean; until: number }

type Limiters = Map<string, RateLimiterPostgres>

// One set of limiters for each pool of connections, whichever module graph asks.
const holder: { prooflineLimiters?: WeakMap<object, Limiters> } = globalThis as {
  prooflineLimiters?: WeakMap<object, Limiters>
}

/**
 * Takes points of a key in one statement, shared by every process of this database; a key that has none left is answered
 * from memory until its minute is over. `until` is in milliseconds since 1970. A database that does not answer rejects:
 * without it nothing else is answered either, so nothing is let through uncounted.
 */
export async function takePoints(limit: RateLimit, key: string, points: number): Promise<TakenPoints> {
  try {
    const { msBeforeNext } = await limiterOf(limit).consume(key, points)
    return { granted: true, until: Date.now() + msBeforeNext }
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    return { granted: false, until: Date.now() + msLeft(refusal) }
  }
}

/** The library refuses with its result instead of an error. */
const msLeft = (refusal: unknown): number =>
  refusal !== null && typeof refusal === 'object' && 'msBeforeNext' in refusal ? Number(refusal.msBeforeNext) : 1000

function limiterOf({ name, perMinute }: RateLimit): RateLimiterPostgres {
  const pool = readers()
  holder.prooflineLimiters ??= new WeakMap()
  const limiters: Limiters = holder.prooflineLimiters.get(pool) ?? new Map()
  holder.prooflineLimiters.set(pool, limiters)
  const id = `${name}/${perMinute}`
  const limiter = limiters.get(id) ?? newLimiter(name, perMinute, limiters.size === 0)
  limiters.set(id, limiter)
  return limiter
}

/** The first sweeps for all: rows an hour old go every five minutes. */
const newLimiter = (name: string, perMinute: number, sweeps: boolean): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: readers(),
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: sweeps,
    keyPrefix: name,
    points: perMinute,
    duration: WINDOW_SECONDS,
    inMemoryBlockOnConsumed: perMinute,
  })
