import type { MaturityChange } from '@/lib/model/maturity-comparison'
import { NOT_KNOWN, signedText } from './number'

export type ChangeTone = 'good' | 'bad' | 'none' | 'unknown'

const toneOf = (change: number): ChangeTone => {
  if (change === 0) return 'none'
  return change > 0 ? 'good' : 'bad'
}

/** A change since an earlier assessment: stages where a stage changed (`+1 stage`), else points of the score (`+9`). */
export function maturityChange({ stageChange, scoreChange }: Pick<MaturityChange, 'stageChange' | 'scoreChange'>): {
  text: string
  tone: ChangeTone
} {
  if (stageChange !== null && stageChange !== 0)
    return {
      text: `${signedText(stageChange)} ${Math.abs(stageChange) === 1 ? 'stage' : 'stages'}`,
      tone: toneOf(stageChange),
    }
  if (scoreChange === null) return { text: NOT_KNOWN, tone: 'unknown' }
  const text = signedText(scoreChange)
  return { text, tone: text === '0' ? 'none' : toneOf(scoreChange) }
}
