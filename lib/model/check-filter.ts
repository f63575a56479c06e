import { z } from 'zod'
import { CheckFacts } from './check'
import type { CheckLine } from './check-view'
import { LayerId } from './layer'
import { Verdict } from './verdict'

/** Which checks a list or an export shows; what is left out does not narrow it. */
export const CheckFilter = z.object({
  provider: CheckFacts.shape.provider.optional(),
  /** That of the main capability. */
  layer: LayerId.optional(),
  verdict: Verdict.optional(),
})
export type CheckFilter = z.infer<typeof CheckFilter>

export const checksMatching = (checks: readonly CheckLine[], { provider, layer, verdict }: CheckFilter): CheckLine[] =>
  checks.filter(
    (one) =>
      (!provider || one.provider === provider) &&
      (!layer || one.capabilities[0]?.startsWith(layer)) &&
      (!verdict || one.standing?.verdict === verdict),
  )
