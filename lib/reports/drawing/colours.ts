import type { StageTone } from '@/lib/presentation/stage'
import type { Tone } from '../report'

/** The light theme of the product on paper; the names are those of its tokens. */
export const COLOURS = {
  ink: '#1b1c1a',
  ink2: '#55574f',
  ink3: '#686a60',
  line: '#e5e4df',
  lineStrong: '#cfcdc5',
  accent: '#0f5f5c',
  band: '#efece3',
  panel: '#f7f7f5',
  white: '#ffffff',
} as const

const STAGES: Record<StageTone, string> = {
  s0: '#d9d4c7',
  s1: '#9fc4bd',
  s2: '#4d9a92',
  s3: '#0f5f5c',
  unknown: '#ffffff',
}
/** What is not known has no fill of its own: it is drawn with a dashed edge. */
export const stageColour = (tone: StageTone): string => STAGES[tone]

const TONES: Record<Tone, { ink: string; soft: string }> = {
  good: { ink: '#2e6b3c', soft: '#e4f0e5' },
  bad: { ink: '#b3402a', soft: '#f8e7e2' },
  warn: { ink: '#855d08', soft: '#f7eed8' },
  neutral: { ink: '#1b1c1a', soft: '#f1f0ec' },
  unknown: { ink: '#62646f', soft: '#f1f0ec' },
}
export const toneColour = (tone: Tone): string => TONES[tone].ink
export const toneFill = (tone: Tone): string => TONES[tone].soft

const LAYERS: Record<string, string> = { l1: '#3d5a98', l2: '#7a4f9a', l3: '#b2602b', l4: '#5f7a1f', l5: '#a03a63' }
/** A layer's marker, never a judgement. */
export const layerColour = (tone: string): string => LAYERS[tone] ?? COLOURS.ink2
