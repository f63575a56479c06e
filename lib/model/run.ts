import { z } from 'zod'
import { Coverage } from './coverage'
import { Instant } from './instant'
import { SHA256 } from './snapshot'

export const RUN_STATES = ['queued', 'running', 'evaluating', 'done', 'failed', 'cancelled'] as const
export const RunState = z.enum(RUN_STATES)
export type RunState = z.infer<typeof RunState>

const UNIT_STATES = ['waiting', 'running', 'ok', 'denied', 'failed', 'cancelled'] as const
export const UnitState = z.enum(UNIT_STATES)
export type UnitState = z.infer<typeof UnitState>

/** What a run came to. Verdicts are of checks, over all accounts; their sum is how many checks were evaluated. */
export const RunTotals = z.object({
  seconds: z.number(),
  units: z.object({ ok: z.int(), failed: z.int(), denied: z.int() }),
  resources: z.int(),
  calls: z.int(),
  verdicts: z.object({ pass: z.int(), fail: z.int(), not_applicable: z.int(), unknown: z.int() }),
  findings: z.object({ opened: z.int(), persisting: z.int(), resolved: z.int(), reopened: z.int() }),
})
export type RunTotals = z.infer<typeof RunTotals>

export const Run = z.object({
  id: z.uuid(),
  connectionId: z.uuid(),
  connectionName: z.string(),
  state: RunState,
  trigger: z.enum(['person', 'schedule', 'pipeline', 'upload']),
  requestedBy: z.string(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  cancelAskedAt: Instant.nullable(),
  cancelledBy: z.string().nullable(),
  error: z.string().nullable(),
  totals: RunTotals.nullable(),
  snapshot: SHA256.nullable(),
  /** When the files of its snapshot were removed under a retention rule; absent while they are kept. */
  snapshotRemovedAt: Instant.optional(),
  formula: z.string().nullable(),
  /** How far it is, while it runs and after: units by state, pages, items and calls so far. */
  progress: z.object({
    units: z.object({
      waiting: z.int(),
      running: z.int(),
      ok: z.int(),
      denied: z.int(),
      failed: z.int(),
      cancelled: z.int(),
    }),
    /** Units in which something could not be read: refused, failed, or not all that was asked answered. */
    gaps: z.int(),
    pages: z.int(),
    items: z.int(),
    calls: z.int(),
  }),
})
export type Run = z.infer<typeof Run>

export const RunUnit = z.object({
  id: z.uuid(),
  account: z.string(),
  region: z.string().nullable(),
  service: z.string(),
  state: UnitState,
  attempts: z.int(),
  pages: z.int(),
  items: z.int(),
  calls: z.int(),
  error: z.string().nullable(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  coverage: z.array(Coverage),
})
export type RunUnit = z.infer<typeof RunUnit>

export const RunEvent = z.object({
  id: z.uuid(),
  at: Instant,
  level: z.enum(['info', 'warning', 'error']),
  unit: z.string().nullable(),
  message: z.string(),
})
export type RunEvent = z.infer<typeof RunEvent>
