import { forOrganization } from '@/lib/db/store'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { authorize } from './authorize'

/**
 * Ends a run at once: its units are cancelled, nothing of it is evaluated, and whoever reads for it stops within a second.
 * One that was cancelled already stays so. Throws not-found, conflict when it has ended otherwise.
 */
export async function cancelRun(actor: Actor, { org, id }: { org: string; id: string }): Promise<void> {
  const admitted = await authorize(actor, org, 'run:start')
  await forOrganization(admitted, async ({ runs, runUnits, runEvents, audit }) => {
    const { connectionId, state } = await runs.executed(id)
    const now = new Date()
    if (state === 'cancelled') return
    if (!(await runs.cancel(id, actor.name, now))) {
      throw new AppError('conflict', { detail: `The run has ended already: it is ${state}.` })
    }
    await runUnits.cancel(id, now)
    await runEvents.add(id, { level: 'warning', unit: null, message: `Cancelled by ${actor.name}.` })
    await audit.append(actor, { action: 'run.cancelled', subject: id, detail: { connectionId } })
  })
}
