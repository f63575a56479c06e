import { capitalized, countWord } from './wording'

/** How many assessments an organization has; `more` says that at least so many, because the list was not read to its end. */
export type AssessmentTally = { drafts: number; submitted: number; approved: number; more: boolean }

const assessments = (count: number): string => (count === 1 ? 'assessment' : 'assessments')

/** What a reader of the assessments should know first: what waits for a person, then what is being written. */
export function assessmentsTitle({ drafts, submitted, approved, more }: AssessmentTally): string {
  const said = (count: number) =>
    `${more ? 'More than ' : ''}${more ? countWord(count) : capitalized(countWord(count))}`
  if (submitted > 0)
    return `${said(submitted)} ${assessments(submitted)} ${submitted === 1 && !more ? 'waits' : 'wait'} for approval`
  if (drafts > 0)
    return `${said(drafts)} ${assessments(drafts)} ${drafts === 1 && !more ? 'is' : 'are'} being written, none waits for approval`
  if (approved > 0) return 'Nothing waits: every assessment is approved'
  return 'No assessment yet'
}
