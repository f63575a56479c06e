import { expect, test } from 'vitest'
import { initialsOf, organizationLine } from './identity'

test('an unknown headcount is left out, not shown as none', () => {
  expect(organizationLine({ sector: 'healthcare', headcount: 6400 })).toBe('Healthcare · 6,400 people')
  expect(organizationLine({ sector: 'financial', headcount: null })).toBe('Financial services')
})

test('initials are those of the first and last name, one for a single name, and never empty', () => {
  expect(['Ines Maria Okafor', 'operator', ' '].map(initialsOf)).toEqual(['IO', 'O', '?'])
})
