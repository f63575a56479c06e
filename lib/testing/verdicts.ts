import { forOrganizations } from '@/lib/db/scope'
import { newId } from '@/lib/kernel/id'
import type { Verdict } from '@/lib/model/verdict'
import type { Cast } from './organizations'
import { connectionOf } from './runs'

type Judged = { finishedAt: string; checkId: string; account?: string; verdict: Verdict; state?: 'done' | 'failed' }

/** A connection with a run for each verdict, finished when it says. */
export async function judgedConnection(
  cast: Cast,
  { name, deploymentId = null }: { name: string; deploymentId?: string | null },
  judged: readonly Judged[],
): Promise<string> {
  const { id: connectionId } = await connectionOf(cast, { name, deploymentId })
  const organizationId = cast.organization.id
  await forOrganizations([organizationId], async (tx) => {
    for (const { finishedAt, checkId, account = '111122223333', verdict, state = 'done' } of judged) {
      const at = new Date(finishedAt)
      const runId = newId()
      await tx.run.create({
        data: {
          ...{ organizationId, id: runId, connectionId, state, trigger: 'schedule', requestedBy: 'schedule' },
          ...{ createdAt: at, startedAt: at, finishedAt: at },
        },
      })
      const counted = { numerator: 0, denominator: 1, undecided: 0, gaps: [], factsAt: at }
      await tx.checkVerdict.create({
        data: { organizationId, id: newId(), runId, checkId, account, verdict, ...counted },
      })
    }
  })
  return connectionId
}
