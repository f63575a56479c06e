import type { SelfTestLine } from '@/lib/model/connection'
import type { Coverage, UnitScope } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'

/** What a step needs to read its next page: a token of the source, or what is left of a list. JSON, without secrets. */
export type Cursor = null | string | number | boolean | readonly Cursor[] | { readonly [key: string]: Cursor }

/** One page as it is stored. `next` null ends the step. `coverage` has one entry for each operation that was asked. */
export type FactPage = {
  resources: readonly AnyResource[]
  next: Cursor
  /** Requests it took. */
  calls: number
  coverage: readonly Coverage[]
}

export type ReadContext = {
  signal: AbortSignal
  /** Waits for a token of the bucket of this account, region and service; every request asks first. */
  pace: () => Promise<void>
}

/**
 * One list a unit reads, page by page. `read` is called with null first and then with each page's `next`, also by another
 * process after the first died, so it keeps nothing between calls. Throws SourceError when the step's own operation fails.
 */
export type Step = {
  /** The operation that lists; what else it asks for each item is named in `operations`. */
  operation: string
  operations: readonly string[]
  read(cursor: Cursor, context: ReadContext): Promise<FactPage>
}

/** A source with its credentials, opened for one run in one process. */
export type Collector = {
  /** The units of a run: which accounts and regions there are is asked of the source. Ordered, without repeats. */
  plan(context: ReadContext): Promise<readonly UnitScope[]>
  /** The steps of a unit, in the same order every time. */
  steps(unit: UnitScope): readonly Step[]
  /** Asks each operation once, for the smallest answer, and says which the source refuses. */
  selfTest(context: ReadContext): Promise<readonly SelfTestLine[]>
  /** Requests a second and the burst for the bucket of a unit. */
  limits(unit: UnitScope): { perSecond: number; burst: number }
  /** Lets go of sockets. */
  close(): void
}
