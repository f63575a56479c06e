/** Steps of one ordered scale, lightest first. */
export type StepTone = 's0' | 's1' | 's2' | 's3'

/** Unordered series, used for markers only. */
export type SeriesTone = 'l1' | 'l2' | 'l3' | 'l4' | 'l5'

/** What a thing asks of its reader. `unknown` is drawn dashed and grey, never green. */
export type StatusTone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'unknown'

export const STEP_FILL: Record<StepTone, string> = {
  s0: 'bg-s0 text-on-s0',
  s1: 'bg-s1 text-on-s1',
  s2: 'bg-s2 text-on-s2',
  s3: 'bg-s3 text-on-s3',
}

export const STATUS_TEXT: Record<StatusTone, string> = {
  neutral: 'text-ink-2',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  unknown: 'text-unknown',
}
