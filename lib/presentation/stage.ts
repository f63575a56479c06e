import type { Stage } from '@/lib/model/stage'

const LABELS = { 0: 'Traditional', 1: 'Initial', 2: 'Advanced', 3: 'Optimal' } as const satisfies Record<Stage, string>

/** The stage in a word; null is a stage that could not be established. */
export const stageLabel = (stage: Stage | null): string => (stage === null ? 'Not established' : LABELS[stage])

/** A step of the one ordered scale of stages, or the dashed grey of what is not known. */
export type StageTone = 's0' | 's1' | 's2' | 's3' | 'unknown'

const TONES = { 0: 's0', 1: 's1', 2: 's2', 3: 's3' } as const satisfies Record<Stage, StageTone>

export const stageTone = (stage: Stage | null): StageTone => (stage === null ? 'unknown' : TONES[stage])
