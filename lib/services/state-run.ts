import { CHECKS } from '@/lib/checks/registry'
import type { Store } from '@/lib/db/store'
import { MATURITY_FORMULA } from '@/lib/maturity/formula'
import type { Connection } from '@/lib/model/connection'
import type { Deployment } from '@/lib/model/deployment'
import type { Instant } from '@/lib/model/instant'
import type { Posture } from '@/lib/model/posture'
import type { RunInputs } from '@/lib/model/score-inputs'
import { CHECKS_FORMULA } from './evaluate-account'
import { keepStatement } from './keep-statement'
import { runInputs } from './score-inputs'
import { statedOrganization } from './stated-organization'

type EndedRun = { runId: string; connection: Connection; at: Instant; snapshot: string; now: Date }

type Measured = {
  /** Null is the whole organization. */
  deployment: Deployment | null
  verdicts: RunInputs['verdicts']
  posture: Posture
}

/** What signs the scores of a run that ends, place by place. */
export async function runStatements(
  store: Store,
  { runId, connection, at, snapshot, now }: EndedRun,
): Promise<(measured: Measured) => Promise<void>> {
  const organization = await statedOrganization(store)
  const settings = await store.checkSettings.list()
  const thresholds = new Map(
    settings.flatMap(({ checkId, threshold }) => (threshold === null ? [] : [[checkId, threshold] as const])),
  )
  const { id, name } = connection
  const run = { id: runId, connection: { id, name, kind: connection.settings.kind }, at, snapshot }
  return async ({ deployment, verdicts, posture }) => {
    await keepStatement(store, {
      facts: {
        kind: 'run',
        organization,
        deployment: deployment && { id: deployment.id, slug: deployment.slug, name: deployment.name },
        formula: posture.formula,
        framework: posture.framework,
        formulas: { posture: posture.formula, maturity: MATURITY_FORMULA, checks: CHECKS_FORMULA },
        computedAt: now.toISOString(),
        run,
        result: posture,
      },
      inputs: runInputs({ at, checks: CHECKS, thresholds, verdicts }),
      subjectId: runId,
      day: at.slice(0, 10),
    })
  }
}
