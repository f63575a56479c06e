import type { PostureCriterion, PostureStage } from '@/lib/model/posture'
import type { UnknownCause } from '@/lib/model/resource'
import type { Verdict } from '@/lib/model/verdict'
import { countText } from './number'
import { shareText } from './score'

type Tone = 'good' | 'bad' | 'unknown' | 'neutral'

const VERDICTS: Record<Verdict, { label: string; tone: Tone }> = {
  pass: { label: 'Pass', tone: 'good' },
  fail: { label: 'Fail', tone: 'bad' },
  not_applicable: { label: 'Not applicable', tone: 'neutral' },
  unknown: { label: 'Unknown', tone: 'unknown' },
}

export const verdictLabel = (verdict: Verdict): string => VERDICTS[verdict].label
export const verdictTone = (verdict: Verdict): Tone => VERDICTS[verdict].tone

const STATES: Record<PostureStage['state'], { label: string; tone: Tone }> = {
  met: { label: 'Met', tone: 'good' },
  contradicted: { label: 'Contradicted', tone: 'bad' },
  open: { label: 'Open', tone: 'unknown' },
  silent: { label: 'No check speaks to it', tone: 'neutral' },
}

/** Whether the checks bear a stage or one of its clauses out. */
export const stageStateLabel = (state: PostureStage['state']): string => STATES[state].label
export const stageStateTone = (state: PostureStage['state']): Tone => STATES[state].tone

const CAUSES: Record<UnknownCause, string> = {
  denied: 'refused',
  unavailable: 'no answer',
  not_collected: 'not collected',
  unsupported: 'not offered',
}

/** Why something is not known, in a word or two. */
export const causeLabel = (cause: UnknownCause): string => CAUSES[cause]

type Counted = Pick<PostureCriterion, 'numerator' | 'denominator'>

/** What a check counted: `16 of 20 (80 %)`; that nothing was decided is said, not shown as 0 %. */
export function countedText({ numerator, denominator }: Counted): string {
  if (denominator === 0) return 'nothing decided'
  return `${countText(numerator)} of ${countText(denominator)} (${shareText(numerator / denominator)})`
}

/** What a stage asks of a check's population: `all`, `at least 95 %`. */
export const neededText = (atLeast: number): string => (atLeast >= 1 ? 'all' : `at least ${shareText(atLeast)}`)
