import { OSCAL_NS } from '@/lib/evidence/oscal/oscal-object'
import type { ResultFinding } from './assessment-results-shape'

/**
 * Whether a finding says that nobody could tell. OSCAL has no state for it: documents of ours say `not-satisfied` for reason
 * `other`, so that silence is not taken for success. What others mean by that reason is not known, so theirs is a failure.
 */
export const isUndecided = ({ target: { status, props } }: ResultFinding): boolean =>
  status.state === 'not-satisfied' && status.reason === 'other' && (props ?? []).some(({ ns }) => ns === OSCAL_NS)
