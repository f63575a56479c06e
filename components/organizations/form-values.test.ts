import { expect, test } from 'vitest'
import { organizationOf } from './form-values'

function formWith(entries: Record<string, string | string[]>): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(entries)) for (const value of [values].flat()) form.append(name, value)
  return form
}

test('an empty headcount is not known rather than nobody', () => {
  const form = formWith({ name: ' Meridian ', slug: 'meridian', sector: 'healthcare', headcount: '' })
  expect(organizationOf(form)).toEqual({
    name: 'Meridian',
    slug: 'meridian',
    sector: 'healthcare',
    headcount: null,
    clouds: [],
  })
})

test('every cloud that was ticked is named once, and the headcount is a number', () => {
  const form = formWith({ name: 'M', slug: 'm', sector: 'other', headcount: '6,400', clouds: ['aws', 'gcp'] })
  expect(organizationOf(form)).toMatchObject({ headcount: 6400, clouds: ['aws', 'gcp'] })
})

test('a headcount that is no number reaches the server as typed, so that it is refused', () => {
  const form = formWith({ name: 'M', slug: 'm', sector: 'other', headcount: 'about six' })
  expect(organizationOf(form)).toMatchObject({ headcount: 'about six' })
})
