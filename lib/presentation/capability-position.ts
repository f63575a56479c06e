import type { MaturityComparison } from '@/lib/model/maturity-comparison'
import { stageLabel } from './stage'

type Position = MaturityComparison['capabilities'][number]['before']

/** Where a capability stands, in a word: its stage, or why it has none. */
export function positionText({ status, effective }: Position): string {
  if (status === 'not_applicable') return 'Not applicable'
  return status === 'not_assessed' ? 'Not assessed' : stageLabel(effective)
}
