import type { HeldUnit } from '@/lib/db/repositories/unit-leases'
import { forOrganization } from '@/lib/db/store'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { hasAnswer, unitStateOf } from '@/lib/sources/collect/merge-coverage'
import type { Progress } from '@/lib/sources/collect/progress'
import { RunLost } from './run-lease'
import { type KeptPart, partBuilder } from './snapshot-parts'
import { unitName } from './unit-name'

const PATIENCE_MS = 10 * 60_000

type Ending = { organizationId: string; unit: HeldUnit }

/**
 * Makes the pages of a unit into its part of the snapshot and ends it, together with its pages; `fault` says what of ours
 * went wrong. Done again after a crash it comes to the same part. Throws RunLost.
 */
export async function endUnit(
  { organizationId, unit }: Ending,
  { coverage, busyMs }: Progress & { busyMs: number },
  fault: string | null,
): Promise<void> {
  const part = hasAnswer(coverage) ? await partOf(organizationId, unit.id) : null
  const state = fault === null ? unitStateOf(coverage) : 'failed'
  const error = fault ?? (state === 'ok' ? null : reasonOf(coverage))
  const ended = await forOrganization(organizationId, async ({ unitLeases, runEvents }) => {
    const isEnded = await unitLeases.end(unit, { state, error, coverage, part, busyMs })
    if (isEnded) {
      const message = error ?? `Read: ${part?.resources ?? 0} resources.`
      await runEvents.add(unit.runId, {
        level: state === 'ok' ? 'info' : 'warning',
        unit: unitName(unit.scope),
        message,
      })
    }
    return isEnded
  })
  if (!ended) throw new RunLost()
}

async function partOf(organizationId: string, unitId: string): Promise<KeptPart> {
  const part = partBuilder()
  await forOrganization(
    organizationId,
    async ({ unitLeases }) => {
      for await (const page of unitLeases.pages(unitId)) part.add(page as AnyResource[])
    },
    { timeoutMs: PATIENCE_MS },
  )
  return part.keep(organizationId)
}

/** The first operation that was refused, or did not answer, in one line. */
function reasonOf(coverage: Progress['coverage']): string | null {
  const faulty = coverage.filter(({ error }) => error !== null)
  const worst = faulty.find(({ error }) => error?.cause === 'denied') ?? faulty[0]
  return worst?.error ? `${worst.operation}: ${worst.error.code}: ${worst.error.message}` : null
}
