import type { Coverage, Gap, OperationState } from '@/lib/model/requirement-operation'

const COVERAGES: Record<Coverage, string> = {
  automated: 'Automated',
  manual: 'Manual',
  not_covered: 'Not covered',
}

/** How a requirement is covered, in a word. */
export const coverageText = (coverage: Coverage): string => COVERAGES[coverage]

const STATES: Record<OperationState, string> = {
  held: 'Held',
  failed: 'Failed',
  unknown: 'Unknown',
  missing: 'Missing',
}

/** How a requirement was operated; missing is that nobody looked, unknown that whoever looked could not tell. */
export const operationText = (state: OperationState): string => STATES[state]

const TONES = { held: 'good', failed: 'bad', unknown: 'unknown', missing: 'warn' } as const
export const operationTone = (state: OperationState): (typeof TONES)[OperationState] => TONES[state]

const GAPS: Record<Gap['kind'], string> = {
  'not-covered': 'Not covered',
  'missing-quarter': 'Quarter missing',
  failed: 'Failed',
  unknown: 'Unknown',
  'no-evidence': 'No evidence',
  'below-target': 'Below target',
}

/** What kind of thing is not there. */
export const gapText = (kind: Gap['kind']): string => GAPS[kind]

/** `2026-Q1` as `Q1 2026`. */
export const quarterText = (quarter: string): string => {
  const [year, part] = quarter.split('-')
  return part ? `${part} ${year}` : quarter
}
