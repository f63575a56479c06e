import { CHECKS } from '@/lib/checks/registry'
import type { ReadStore } from '@/lib/db/read-store'
import { framework } from '@/lib/framework/framework'
import { asIfFixed } from '@/lib/maturity/as-if-fixed'
import { comparePostures } from '@/lib/maturity/compare-postures'
import { measurePosture } from '@/lib/maturity/measure-posture'
import { standingVerdicts } from '@/lib/maturity/standing-verdicts'
import type { FixEffect } from '@/lib/model/finding-change'

/**
 * What the checks would support if so many findings of each check were fixed, where that differs from now. Accepting a
 * risk never counts as fixing it: this is what it costs. Null while no run was evaluated.
 */
export async function fixEffect(
  { posture }: Pick<ReadStore, 'posture'>,
  fixed: ReadonlyMap<string, number>,
  now: Date,
): Promise<FixEffect | null> {
  const at = now.toISOString()
  const verdicts = [...standingVerdicts(await posture.verdicts(null), at).values()]
  if (verdicts.length === 0) return null
  const measured = (some: typeof verdicts) => measurePosture({ framework, checks: CHECKS, verdicts: some, at })
  const { layers, capabilities } = comparePostures(measured(verdicts), measured(asIfFixed(verdicts, fixed)))
  return {
    findings: [...fixed.values()].reduce((sum, n) => sum + n, 0),
    capabilities: capabilities.map(({ capability, before, after }) => ({ capability, from: before, to: after })),
    layers: layers.flatMap(({ layer, before, after }) =>
      before.score === after.score ? [] : [{ layer, from: before.score, to: after.score }],
    ),
  }
}
