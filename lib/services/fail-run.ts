import { forOrganization } from '@/lib/db/store'
import { RunLost } from './run-lease'
import { runTotals } from './run-totals'

type Failing = { organizationId: string; runId: string; by: string; reason: string }

/** Ends a run that could read nothing at all: every check of it is unknown, and no finding changes. Throws RunLost. */
export async function failRun({ organizationId, runId, by, reason }: Failing): Promise<void> {
  await forOrganization(organizationId, async ({ runs, runEvents, connections }) => {
    const { connectionId, startedAt } = await runs.executed(runId)
    const { settings } = await connections.get(connectionId)
    const at = new Date()
    const totals = runTotals({
      kind: settings.kind,
      seconds: startedAt === null ? 0 : (at.getTime() - Date.parse(startedAt)) / 1000,
      units: [],
      verdicts: new Map(),
      findings: { opened: 0, persisting: 0, resolved: 0, reopened: 0 },
    })
    await runEvents.add(runId, { level: 'error', unit: null, message: reason })
    if (!(await runs.end(runId, by, { state: 'failed', at, error: reason, totals }))) throw new RunLost()
  })
}
