import type { Maturity } from '@/lib/model/maturity'
import type { Outcome } from '@/lib/model/outcome'
import type { Posture } from '@/lib/model/posture'

type Results = {
  maturity: Pick<Maturity, 'formula' | 'framework'> | null
  outcome: Pick<Outcome, 'formula'> | null
  posture: Pick<Posture, 'formula' | 'framework'> | null
}

/** Everything needed to come to the same figures again: formulas and the framework, each with its version, once. */
export function formulasOf({ maturity, outcome, posture }: Results): string[] {
  const framework = maturity?.framework ?? posture?.framework
  const named = [
    maturity?.formula,
    posture?.formula,
    outcome?.formula,
    framework ? `framework ${framework}` : undefined,
  ]
  const known = [...new Set(named.flatMap((one) => one ?? []))]
  return known.length > 0 ? known : ['none applied']
}
