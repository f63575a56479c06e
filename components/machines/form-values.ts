import type { GivenTrustRule } from '@/lib/queries/machines'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** What the form says, ungraded. Keys that are no JSON go as they are, so that the server names their field. */
export const trustRuleOf = (form: FormData): GivenTrustRule => ({
  kind: text(form, 'kind'),
  name: text(form, 'name'),
  issuer: text(form, 'issuer'),
  audience: text(form, 'audience'),
  subjectPattern: text(form, 'subjectPattern'),
  role: text(form, 'role'),
  jwksUrl: text(form, 'jwksUrl') || null,
  jwks: keysIn(text(form, 'jwks')),
  oneUse: form.get('oneUse') === 'on',
})

function keysIn(given: string): unknown {
  if (given === '') return null
  try {
    return JSON.parse(given)
  } catch {
    return given
  }
}
