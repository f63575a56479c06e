import type { Standing } from '@/lib/db/repositories/ranked-results'
import { compareMaturity } from '@/lib/maturity/compare-maturity'
import type { AssessedMaturity } from '@/lib/model/maturity-at'

/** A frozen result and what changed since the earlier one it is compared with. */
export const assessedMaturity = ({ current, earlier }: Standing): AssessedMaturity => ({
  ...current,
  comparison: earlier && {
    basis: earlier.basis,
    earlier: earlier.assessment,
    change: compareMaturity(earlier.maturity, current.maturity),
  },
})
