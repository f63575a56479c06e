import type { AssessmentDetail } from '@/lib/model/assessment'
import type { Posture } from '@/lib/model/posture'

/** What an assessment shows beside its answers, of a posture. */
export const shownPosture = (posture: Posture | null): AssessmentDetail['posture'] =>
  posture && {
    at: posture.at,
    formula: posture.formula,
    capabilities: posture.layers.flatMap((one) => one.capabilities),
  }
