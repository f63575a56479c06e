import { expect, test } from 'vitest'
import { Slug } from '@/lib/model/slug'
import { slugOf } from './slug-of'

test.each([
  ['Payments (EU)', 'payments-eu'],
  ['Übergröße AG', 'ubergro-e-ag'],
  ['  --A & B--  ', 'a-b'],
])('%s stands in an address as %s', (name, slug) => expect(slugOf(name)).toBe(slug))

test('a long name is cut to a slug that is still one', () => {
  const slug = slugOf(`${'a'.repeat(63)} bank`)
  expect(slug).toBe('a'.repeat(63))
  expect(Slug.safeParse(slug).success).toBe(true)
})
