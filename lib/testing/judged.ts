import type { Check } from '@/lib/checks/frame/check'
import type { Evaluation } from '@/lib/checks/frame/evaluation'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Instant } from '@/lib/model/instant'
import type { UnknownCause, Unread } from '@/lib/model/resource'
import { scopeOf, type ToldGap } from './facts-of'

export const NOW: Instant = '2026-11-22T12:00:00.000Z'

type Circumstances = {
  gaps?: readonly ToldGap[]
  regions?: readonly string[]
  account?: string
  now?: Instant
  threshold?: number
}

/** What a check says of one account with these resources, at noon of 22 November 2026 unless told otherwise. */
export const judged = (
  check: Check,
  resources: readonly AnyResource[],
  { now = NOW, threshold, ...scope }: Circumstances = {},
): Evaluation =>
  check.evaluate(
    scopeOf({ resources, checks: [check], ...scope }),
    threshold === undefined ? { now } : { now, threshold },
  )

/** A field that its own call did not yield. */
export const unread = (operation: string, cause: UnknownCause = 'denied'): Unread => ({ unread: cause, operation })
