import type { AssessmentDraft } from '@/lib/model/assessment-change'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What the form says, ungraded: the server decides whether it is an assessment. */
export const draftOf = (form: FormData): AssessmentDraft => ({
  deploymentId: text(form, 'deploymentId'),
  name: text(form, 'name'),
  asOf: text(form, 'asOf'),
  ...(form.get('copyFrom') === 'latest' ? { copyFrom: 'latest' } : {}),
})
