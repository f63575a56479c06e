import type { AssessedMaturity } from '@/lib/model/maturity-at'
import { dayText, monthText } from '@/lib/presentation/date'
import { ladderEntries } from '@/lib/presentation/ladder-entries'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { scoreText, shareText } from '@/lib/presentation/score'
import type { Block, LadderBlock } from '../report'

/** The five layers as the overview's ladder shows them. */
export function layerLadder({ maturity, comparison }: AssessedMaturity): LadderBlock {
  return {
    kind: 'ladder',
    changeLabel: comparison ? `Since ${monthText(comparison.earlier.asOf)}` : 'Change',
    rows: ladderEntries(maturity, comparison?.change ?? null, () => '').map((entry) => ({
      name: entry.name,
      stage: entry.stage,
      tone: entry.tone ?? 'unknown',
      score: entry.score,
      scoreText: entry.scoreText ?? NOT_KNOWN,
      target: entry.target?.at ?? null,
      coverage: entry.measured,
      change: entry.change?.text ?? NOT_KNOWN,
      changeTone: entry.change?.tone ?? 'unknown',
    })),
  }
}

/** What the ladder rests on: overall score, coverage, whose approval and when; and against what the change is. */
export function ladderLine({ maturity, assessment, comparison }: AssessedMaturity): Block {
  const overall = `Overall score ${scoreText(maturity.score)} of 100, ${shareText(maturity.coverage)} measured, ${shareText(maturity.confidence)} resting on evidence in date.`
  const whose = `${assessment.name}, as of ${dayText(assessment.asOf)}, approved by ${assessment.approvedBy}.`
  const refusal = comparison?.change.refusal ?? null
  const change = comparison
    ? (refusal ?? `Change since ${comparison.earlier.name}, as of ${dayText(comparison.earlier.asOf)}.`)
    : 'No earlier approved assessment to compare with.'
  return { kind: 'paragraph', quiet: true, text: `${overall} ${whose} ${change}` }
}
