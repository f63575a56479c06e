import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OrganizationInput } from './organization'

const named = (slug: string) =>
  OrganizationInput.safeParse({ slug, name: 'x', sector: 'other', headcount: null, clouds: [] }).success

test('an organization cannot take an address that is a page of our own', () => {
  const ours = globSync('app/{,(app)/,(auth)/}*/')
    .map((folder) => folder.split('/').at(-1) ?? '')
    .filter((name) => /^[a-z]/.test(name))
  expect(ours).toContain('portfolio')
  expect(ours.filter(named)).toEqual([])
  expect(named('meridian-health')).toBe(true)
})
