import { addMonths, monthOfDay } from '@/lib/kernel/month'
import type { Day, Instant } from '@/lib/model/instant'
import type { Period } from '@/lib/model/period'
import { SPEAKS_MONTHS } from './formula'
import type { AnswerFact, AssessmentFact } from './operation-facts'
import type { Quarter } from './quarters'

/** What an approved answer says of a quarter. */
export type SpokenAnswer = {
  assessmentId: string
  deploymentId: string
  capability: string
  /** `absent`: at Traditional, so not in place. `unproven`: no evidence in date, or no stage. */
  word: 'held' | 'absent' | 'unproven'
  /** Under its target, which is an aim and fails nothing. */
  isShort: boolean
  evidence: readonly string[]
}

/** The first day on which an assessment of that day no longer speaks. Days compare as text. */
const silentFrom = (asOf: Day): Day => `${addMonths(monthOfDay(asOf), SPEAKS_MONTHS)}${asOf.slice(7)}`

/** Whether an assessment of that day speaks for any day of a period. */
export const speaksWithin = (asOf: Day, { from, to }: Period): boolean => asOf <= to && from < silentFrom(asOf)

const speaks = ({ asOf, approvedAt }: AssessmentFact, quarter: Quarter, told: Instant): boolean =>
  Date.parse(approvedAt) <= Date.parse(told) && speaksWithin(asOf, quarter)

const key = ({ asOf, approvedAt, id }: AssessmentFact): string => `${asOf} ${approvedAt} ${id}`

/**
 * What the answers say of a quarter. Of each deployment the latest approved assessment speaks, from its own day for
 * SPEAKS_MONTHS, and only where it was approved by the instant it is told as of. Evidence counts when it had been
 * collected by the quarter's end and had not expired before its start. An unknown stage proves nothing.
 */
export function spokenAnswers(
  assessments: readonly AssessmentFact[],
  quarter: Quarter,
  told: Instant,
): readonly SpokenAnswer[] {
  const latest = new Map<string, AssessmentFact>()
  for (const one of assessments) {
    const before = latest.get(one.deploymentId)
    if (speaks(one, quarter, told) && (!before || key(before) < key(one))) latest.set(one.deploymentId, one)
  }
  return [...latest.values()].flatMap(({ id, deploymentId, answers }) =>
    answers.map((answer) => ({
      assessmentId: id,
      deploymentId,
      capability: answer.capability,
      ...said(answer, quarter),
    })),
  )
}

function said(
  { effective, target, evidence }: AnswerFact,
  { from, to }: Quarter,
): Pick<SpokenAnswer, 'word' | 'isShort' | 'evidence'> {
  const dated = evidence.filter(
    ({ collectedOn, expiresOn }) => collectedOn <= to && (expiresOn === null || from <= expiresOn),
  )
  const ids = dated.map(({ id }) => id)
  const isShort = effective !== null && target !== null && effective < target
  if (effective === 0) return { word: 'absent', isShort, evidence: ids }
  return { word: effective !== null && ids.length > 0 ? 'held' : 'unproven', isShort, evidence: ids }
}
