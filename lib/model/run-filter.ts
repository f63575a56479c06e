import { z } from 'zod'
import { ConnectionKind } from './connection'
import { RUN_STATES, UnitState } from './run'

/** What the list of connections is narrowed to. */
export const ConnectionFilter = z.object({ kind: ConnectionKind.optional() })
export type ConnectionFilter = z.infer<typeof ConnectionFilter>

/** What the list of runs is narrowed to; `active` is every state before the end. */
export const RunFilter = z.object({
  connection: z.uuid().optional(),
  state: z.enum([...RUN_STATES, 'active']).optional(),
})
export type RunFilter = z.infer<typeof RunFilter>

/** `gaps` leaves the units in which something could not be read. */
export const UnitFilter = z.object({ state: UnitState.optional(), gaps: z.literal('1').optional() })
export type UnitFilter = z.infer<typeof UnitFilter>

/** Runs that have not ended. */
export const ACTIVE_STATES = ['queued', 'running', 'evaluating'] as const

export const isActive = (state: string): boolean => ACTIVE_STATES.some((active) => active === state)
