import { sendRun } from '@/lib/db/job-queue'
import { forOrganization, type Store } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { Connection } from '@/lib/model/connection'
import type { Run } from '@/lib/model/run'
import { authorize } from './authorize'
import { isCollected } from './open-collector'

type Input = {
  org: string
  /** Its name or its id. */
  connection: string
  trigger: Run['trigger']
  /** Leaves the run to whoever called, who executes it; otherwise workers are woken. */
  isExecutedHere?: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Starts a run of a connection. Throws not-found, invalid for a connection that is not read but handed in, conflict while
 * it is paused or another run of it goes on.
 */
export async function startRun(
  actor: Actor,
  { org, connection: named, trigger, isExecutedHere = false }: Input,
): Promise<{ runId: string; organizationId: string }> {
  const admitted = await authorize(actor, org, 'run:start')
  const { organizationId } = admitted
  const runId = await forOrganization(admitted, async (store) => {
    const { connections } = store
    const connection = UUID.test(named) ? await connections.get(named.toLowerCase()) : await connections.byName(named)
    return beginRun(store, { actor, connection, trigger })
  })
  if (!isExecutedHere) await sendRun({ organizationId, runId })
  return { runId, organizationId }
}

type Beginning = { actor: Actor; connection: Connection; trigger: Run['trigger'] }

/** Adds a run within the caller's transaction, for workers to find. Throws invalid and conflict as startRun does. */
export async function beginRun(
  { runs, runEvents, audit }: Store,
  { actor, connection, trigger }: Beginning,
): Promise<string> {
  const { id: connectionId, name, settings, pausedAt } = connection
  if (!isCollected(settings)) {
    const detail = `${name} is not read by Proofline: what it holds is handed in.`
    throw new AppError('invalid', { detail, problems: [{ field: 'connection', reason: 'is handed in' }] })
  }
  if (pausedAt !== null) throw new AppError('conflict', { detail: `${name} is paused.` })
  if ((await runs.goingOn(connectionId)) !== null) {
    throw new AppError('conflict', { detail: `A run of ${name} is already going on.` })
  }
  const runId = newId()
  await runs.add({ id: runId, connectionId, trigger, requestedBy: actor.name })
  await runEvents.add(runId, { level: 'info', unit: null, message: `Asked for by ${actor.name}.` })
  await audit.append(actor, {
    action: 'run.started',
    subject: runId,
    detail: { connection: name, connectionId, trigger },
  })
  return runId
}
