import type { EndedUnit } from '@/lib/db/repositories/run-units'
import { forOrganization, type Store } from '@/lib/db/store'
import type { Connection } from '@/lib/model/connection'
import type { Instant } from '@/lib/model/instant'
import type { RunTotals } from '@/lib/model/run'
import { CHECKS_FORMULA, evaluateAccount } from './evaluate-account'
import { keepLease } from './keep-lease'
import { recordEvaluations } from './record-evaluations'
import { recordPosture } from './record-posture'
import { leaseSeconds, RunLost } from './run-lease'
import { nothingRead, runTotals } from './run-totals'
import { keepSnapshot } from './snapshot-parts'

/** Evaluating an account of a million resources takes minutes, in one transaction. */
const PATIENCE_MS = 15 * 60_000

type Finish = { organizationId: string; runId: string; by: string; connection: Connection; units: readonly EndedUnit[] }
type Transitions = RunTotals['findings']

/**
 * Turns a run whose units have all ended into its snapshot, its verdicts and its findings, account by account, and ends
 * it; the caller has taken its lease as `by`. Done again after a crash it comes to the same. A run of which nothing was
 * read fails: its verdicts are unknown, and it resolves nothing. Throws RunLost when the run is somebody else's by now or
 * was cancelled. It ends now, or at `endedAt` when it was read at another time.
 */
export async function finishRun(organizationId: string, runId: string, by: string, endedAt?: Date): Promise<void> {
  const lease = keepLease(organizationId, runId, by)
  try {
    await evaluate(organizationId, runId, by, endedAt ?? null)
  } finally {
    lease.stop()
  }
}

async function evaluate(organizationId: string, runId: string, by: string, endedAt: Date | null): Promise<void> {
  const { connection, units, thresholds } = await forOrganization(organizationId, async (store) => {
    const { connectionId } = await store.runs.executed(runId)
    return {
      connection: await store.connections.get(connectionId),
      units: await store.runUnits.ended(runId),
      thresholds: await thresholdsOf(store),
    }
  })
  const snapshot = await keepSnapshot(organizationId, connection.settings.kind, units)
  const finishing = { organizationId, runId, by, connection, units }
  const reason = nothingRead(units)
  const at = lastInstant(units)
  const findings: Transitions = { opened: 0, persisting: 0, resolved: 0, reopened: 0 }
  for (const account of new Set(units.map((unit) => unit.account))) {
    const kind = connection.settings.kind
    const { evaluated, verdicts } = await evaluateAccount({ organizationId, kind, account, units, at, thresholds })
    const changed = await held(finishing, async (store) => {
      await store.checkVerdicts.add(runId, verdicts)
      if (reason !== null) return null
      return recordEvaluations(store, { connectionId: connection.id, runId, at, account, evaluations: evaluated })
    })
    if (changed) addUp(findings, changed)
  }
  await held(finishing, (store) =>
    end(store, finishing, { snapshot, at, reason, findings, now: endedAt ?? new Date() }),
  )
}

async function end(
  store: Store,
  { runId, by, connection, units }: Finish,
  result: { snapshot: string; at: Instant; reason: string | null; findings: Transitions; now: Date },
): Promise<void> {
  const { snapshot, at, reason, findings, now } = result
  const { startedAt } = await store.runs.executed(runId)
  const verdicts = await store.checkVerdicts.byCheck(runId)
  const seconds = startedAt === null ? 0 : (now.getTime() - Date.parse(startedAt)) / 1000
  const totals = runTotals({ kind: connection.settings.kind, seconds, units, verdicts, findings })
  await store.runs.putSnapshot(runId, snapshot, CHECKS_FORMULA)
  if (reason === null) {
    await store.runs.showOf(connection.id, runId)
    await recordPosture(store, { runId, connection, at, snapshot, now })
  }
  const state = reason === null ? 'done' : 'failed'
  const { ok, denied, failed } = totals.units
  const message = reason ?? `Done: ${ok} units read, ${denied} refused in part or whole, ${failed} failed.`
  await store.runEvents.add(runId, { level: reason === null ? 'info' : 'error', unit: null, message, at: now })
  if (!(await store.runs.end(runId, by, { state, at: now, error: reason, totals }))) throw new RunLost()
}

/** One transaction that holds the run, so that nobody else ends, cancels or evaluates it meanwhile. */
const held = <T>({ organizationId, runId, by }: Finish, work: (store: Store) => Promise<T>): Promise<T> =>
  forOrganization(
    organizationId,
    async (store) => {
      if (!(await store.runs.renew(runId, by, leaseSeconds()))) throw new RunLost()
      return work(store)
    },
    { timeoutMs: PATIENCE_MS },
  )

const thresholdsOf = async ({ checkSettings }: Store): Promise<ReadonlyMap<string, number>> =>
  new Map(
    (await checkSettings.list()).flatMap(({ checkId, threshold }) =>
      threshold === null ? [] : [[checkId, threshold]],
    ),
  )

/** When the last of it was read: the instant of the run, whoever evaluates it and how often. */
const lastInstant = (units: readonly EndedUnit[]): Instant =>
  units
    .flatMap(({ finishedAt }) => finishedAt ?? [])
    .sort()
    .at(-1) ?? new Date().toISOString()

function addUp(sum: Transitions, more: Transitions): void {
  sum.opened += more.opened
  sum.persisting += more.persisting
  sum.resolved += more.resolved
  sum.reopened += more.reopened
}
