import type { RecordedUnit } from '@/lib/db/repositories/run-units'
import { forOrganization } from '@/lib/db/store'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Admission } from '@/lib/model/admission'
import type { Coverage, UnitScope } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Run, RunTotals } from '@/lib/model/run'
import { hasAnswer, unitStateOf } from '@/lib/sources/collect/merge-coverage'
import { finishRun } from './finish-run'
import { leaseSeconds } from './run-lease'
import { partBuilder } from './snapshot-parts'

/** What was handed in of one account, region and service: its resources, and what could not be read of it. */
export type HandedIn = { scope: UnitScope; resources: readonly AnyResource[]; coverage: readonly Coverage[] }

type Input = {
  /** What `authorize` returned: the caller has asked. */
  admitted: Admission
  connectionId: string
  trigger: Run['trigger']
  /** Who is named as having asked for it; the actor when absent. */
  requestedBy?: string
  parts: readonly HandedIn[]
  /** When all of it was read; now when absent. */
  at?: Date
}

/**
 * Makes a finished run out of resources that were handed in rather than collected: the same snapshot, checks, findings and
 * posture as a run that read them. A part needs a coverage record for every operation its checks name. Returns the run,
 * the SHA-256 of its snapshot and what it came to; a run of parts that say nothing was read ends as failed, with `error`.
 * Throws not-found (connection).
 */
export async function recordSnapshot(
  actor: Actor,
  { admitted, connectionId, trigger, requestedBy = actor.name, parts, at = new Date() }: Input,
): Promise<{ runId: string; snapshot: string | null; totals: RunTotals | null; error: string | null }> {
  const { organizationId } = admitted
  const runId = newId()
  const by = newId()
  const units: RecordedUnit[] = []
  for (const { scope, resources, coverage } of parts) {
    const builder = partBuilder()
    builder.add(resources)
    const part = hasAnswer(coverage) ? await builder.keep(organizationId) : null
    units.push({ ...scope, state: unitStateOf(coverage), coverage, part, at })
  }
  await forOrganization(admitted, async (store) => {
    await store.connections.get(connectionId)
    await store.runs.add({
      id: runId,
      connectionId,
      trigger,
      requestedBy,
      state: 'running',
      createdAt: at,
      startedAt: at,
    })
    await store.runUnits.record(runId, units)
    await store.runEvents.add(runId, { level: 'info', unit: null, message: `Handed in by ${requestedBy}.`, at })
    await store.runs.take(runId, by, leaseSeconds(), 'evaluating')
    await store.audit.append(actor, { action: 'run.recorded', subject: runId, detail: { connectionId, trigger } })
  })
  await finishRun(organizationId, runId, by, at)
  const { snapshot, totals, error } = await forOrganization(organizationId, ({ runs }) => runs.executed(runId))
  return { runId, snapshot, totals, error }
}
