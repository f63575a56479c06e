/** Tries of one page, the first included; after that its operation is unavailable. */
export const MOST_TRIES = 5

/** How often a page may take the worker that reads it down, before it is given up. */
export const MOST_INTERRUPTIONS = 40

const FIRST_MS = 500
const LONGEST_MS = 30_000
/** A source that asks for more than this is not waited for any longer than this. */
const LONGEST_ASKED_MS = 120_000

/**
 * How long to wait before the next try, in milliseconds: full jitter over an exponential (Brooker, "Exponential Backoff
 * And Jitter", AWS 2015), so that those who were refused together do not come back together. What the source asked for is
 * waited for first.
 */
export function backoffMs(tries: number, askedMs: number | null, random: () => number = Math.random): number {
  const jitter = random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1))
  return Math.round(Math.min(askedMs ?? 0, LONGEST_ASKED_MS) + jitter)
}
