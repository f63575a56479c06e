import { z } from 'zod'
import { Connection } from './connection'
import { Instant } from './instant'
import { RunState, RunTotals } from './run'

/** The newest run of a connection, whatever became of it. */
export const LastRun = z.object({
  id: z.uuid(),
  state: RunState,
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  error: z.string().nullable(),
  totals: RunTotals.nullable(),
  /** Units in which something could not be read. */
  gaps: z.int(),
})
export type LastRun = z.infer<typeof LastRun>

/** A connection with how it has been going and when it goes on. */
export const ConnectionView = Connection.extend({
  lastRun: LastRun.nullable(),
  /** The next three times of its schedule, before jitter; empty without one or while paused. */
  nextRuns: z.array(Instant),
})
export type ConnectionView = z.infer<typeof ConnectionView>

/** What goes with a connection when it is deleted. */
export const ConnectionHoldings = z.object({
  runs: z.int(),
  snapshots: z.int(),
  verdicts: z.int(),
  findings: z.int(),
  imports: z.int(),
})
export type ConnectionHoldings = z.infer<typeof ConnectionHoldings>
