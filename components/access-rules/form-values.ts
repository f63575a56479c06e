import type { GivenRules } from '@/lib/queries/access-rules'
import type { FieldProblem } from '@/lib/queries/api'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** One entry a line, or separated by commas. */
const entries = (typed: string): string[] =>
  typed
    .split(/[\n,]+/)
    .map((entry) => entry.trim())
    .filter(Boolean)

/** A number where it is one; anything else goes to the server as it was typed, so that it can say what is wrong with it. */
const number = (typed: string): number | string | null =>
  typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : typed

/** What the form says, ungraded: the server decides whether these are rules. */
export const rulesOf = (form: FormData): GivenRules => ({
  networks: entries(text(form, 'networks')),
  acr: entries(text(form, 'acr')),
  amr: entries(text(form, 'amr')),
  maxProofMinutes: number(text(form, 'maxProofMinutes')),
  compliantDevices: form.get('compliantDevices') === 'on',
  elevationHours: number(text(form, 'elevationHours')),
  reviewDays: number(text(form, 'reviewDays')),
})

/** What is wrong with a field; of a list, each entry by its text as it was sent. */
export function reasonFor(
  field: string,
  problems: readonly FieldProblem[],
  sent: GivenRules | undefined,
): string | undefined {
  const list = sent?.[field as keyof GivenRules]
  const reasons = problems.flatMap((problem) => {
    if (problem.field === field) return [problem.reason]
    const place = problem.field.startsWith(`${field}.`) ? Number(problem.field.slice(field.length + 1)) : Number.NaN
    return Array.isArray(list) && place in list ? [`${String(list[place])} ${problem.reason}`] : []
  })
  return reasons.length > 0 ? reasons.join('; ') : undefined
}
