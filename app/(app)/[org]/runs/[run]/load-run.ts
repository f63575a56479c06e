import { z } from 'zod'
import { orNotFound } from '@/lib/auth/or-not-found'
import type { Actor } from '@/lib/model/actor'
import { getRun } from '@/lib/services/get-run'
import { listRunEvents } from '@/lib/services/list-run-events'
import { listRunUnits } from '@/lib/services/list-run-units'
import { listStatements } from '@/lib/services/list-statements'

/** What of a run's address says which of its units and which lines of its log are shown. */
const RunQuery = z.object({
  gaps: z.literal('1').optional().catch(undefined),
  units: z.string().max(500).optional().catch(undefined),
  log: z.string().max(500).optional().catch(undefined),
})
export type RunQuery = z.infer<typeof RunQuery>

const UNITS = 50
const LINES = 100

/** A run with a page of its units, a page of its log and what was signed of it. */
export async function loadRun(actor: Actor, org: string, id: string, asked: Record<string, unknown>) {
  const query = RunQuery.parse(asked)
  const run = await orNotFound(getRun(actor, { org, id }))
  const filter = { gaps: query.gaps }
  const units = await orNotFound(listRunUnits(actor, { org, id, filter, page: { cursor: query.units, limit: UNITS } }))
  const log = await orNotFound(listRunEvents(actor, { org, id, page: { cursor: query.log, limit: LINES } }))
  const { items: statements } = await listStatements(actor, { org, kind: 'run', id })
  return { run, units, log, statements, query }
}
