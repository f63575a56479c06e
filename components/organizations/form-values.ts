import type { Cloud, OrganizationInput, Sector } from '@/lib/model/organization'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** `6,400` is 6400. What is no number goes as it was typed, so that it is refused rather than taken for not known. */
function headcountOf(typed: string): string | number | null {
  const digits = typed.replace(/[\s,]/g, '')
  if (digits === '') return null
  return /^\d+$/.test(digits) ? Number(digits) : typed
}

/** What the form says, ungraded: the server decides whether it is an organization. An empty headcount is not known. */
export const organizationOf = (form: FormData): OrganizationInput => ({
  name: text(form, 'name'),
  slug: text(form, 'slug'),
  sector: text(form, 'sector') as Sector,
  headcount: headcountOf(text(form, 'headcount')) as OrganizationInput['headcount'],
  clouds: form.getAll('clouds').filter((value) => typeof value === 'string') as Cloud[],
})
