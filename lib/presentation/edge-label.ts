import type { EdgeLabel } from '@/lib/framework/crosswalk'

const MEANINGS: Record<EdgeLabel, string> = {
  reviewed: 'a practitioner reviewed it',
  corroborated: 'an independent source supports it',
  judgement: 'the authors’ judgement only',
}

/** How far an edge of the crosswalk can be relied upon, for its legend. */
export const edgeMeaning = (label: EdgeLabel): string => MEANINGS[label]
