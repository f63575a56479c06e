import { forOrganization } from '@/lib/db/store'
import { judgeGate } from '@/lib/maturity/judge-gate'
import type { Actor } from '@/lib/model/actor'
import type { Admission } from '@/lib/model/admission'
import type { GateOptions, PlanReport } from '@/lib/model/plan-report'
import type { Run } from '@/lib/model/run'
import { readTerraform } from '@/lib/sources/terraform/read-terraform'
import { authorize } from './authorize'
import { evaluatePlan } from './evaluate-plan'
import { liveResources } from './live-resources'
import { planMaturity } from './plan-maturity'
import { type HandedIn, recordSnapshot } from './record-snapshot'
import { firstUse, type KnownConnection, terraformConnection } from './terraform-connection'

type Input = {
  org: string
  /** What `terraform show -json` printed of a plan or a state, as it comes. */
  chunks: AsyncIterable<Uint8Array>
  /** The Terraform connection it belongs to, by name; made on first use when it is to be kept. */
  connection: string
  /** Keep it as a run of the connection; without, nothing is written. */
  record: boolean
  trigger: Run['trigger']
  gate: GateOptions
  now?: Date
}

/** The checks that speak of the plan alone, and not of what lives beside it. */
const OF_PLAN = (operations: readonly string[]): boolean => !operations.includes('terraform:live')

/**
 * Reads a plan or state, says what the checks make of it and what would become of each layer, judges the gate, and keeps it
 * as a run when told to. It is read to its end before anything is written. Throws not-found (organization), forbidden, and
 * invalid with the reason: a file that is no plan, a connection of another kind.
 */
export async function acceptPlan(actor: Actor, input: Input): Promise<PlanReport> {
  const { org, chunks, connection: name, record, trigger, gate, now = new Date() } = input
  const admitted = await authorize(actor, org, record ? 'run:start' : 'finding:read')
  const { organizationId } = admitted
  const { known, settings } = await forOrganization(organizationId, async ({ connections, checkSettings }) => ({
    known: await terraformConnection(connections, name),
    settings: await checkSettings.list(),
  }))
  const workspace = known?.workspace ?? name
  const reading = await readTerraform(chunks, { workspace })
  const live = await liveResources({ organizationId, workspace, now }, known?.id ?? null)
  const handedIn: HandedIn = {
    scope: { account: workspace, region: null, service: reading.kind },
    resources: [...reading.resources, ...live.resources],
    coverage: [...reading.coverage, live.coverage],
  }
  const { judged, ...evaluation } = evaluatePlan(handedIn, settings, now)
  const maturity = await planMaturity(organizationId, known, judged, now)
  const recorded = record ? await keep(actor, { org, admitted, known, name, trigger, handedIn }) : null
  const { kind, formatVersion, terraformVersion, planned: resources } = reading
  const answerable = judged.filter(({ check }) => OF_PLAN(check.operations))
  return {
    kind,
    workspace,
    connection: name,
    formatVersion,
    terraformVersion,
    resources,
    ...evaluation,
    maturity,
    gate: judgeGate(answerable, gate),
    recorded,
  }
}

type Kept = {
  org: string
  admitted: Admission
  known: KnownConnection | null
  name: string
  trigger: Run['trigger']
  handedIn: HandedIn
}

async function keep(
  actor: Actor,
  { org, admitted, known, name, trigger, handedIn }: Kept,
): Promise<PlanReport['recorded']> {
  const connectionId = known?.id ?? (await firstUse(actor, org, name))
  const {
    runId: run,
    snapshot,
    totals,
  } = await recordSnapshot(actor, {
    admitted,
    connectionId,
    trigger,
    parts: [handedIn],
  })
  return { run, connectionId, snapshot, totals }
}
