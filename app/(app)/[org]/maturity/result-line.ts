import type { AssessedMaturity } from '@/lib/model/maturity-at'
import { dayText } from '@/lib/presentation/date'
import { scoreText, shareText } from '@/lib/presentation/score'

/** Scope, date and what limits the finding: how much is assessed, and how much of that rests on evidence. */
export const resultLine = (deployment: string, { assessment, maturity }: AssessedMaturity): string =>
  `${deployment}, as of ${dayText(assessment.asOf)}. Score ${scoreText(maturity.score)} of 100, ${shareText(maturity.coverage)} assessed, ${shareText(maturity.confidence)} with evidence in date.`
