import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogDocument, profileDocument, resultsDocument } from '@/lib/testing/oscal-documents'
import { assessmentResultsOf } from './read-assessment-results'
import { readCatalog } from './read-catalog'
import { readOscal, readOscalText } from './read-document'
import { namesAsked, resolveProfile } from './resolve-profile'

const DOCUMENTS = [
  catalogDocument(),
  profileDocument({ 'include-controls': [{ 'with-ids': ['ac-2'], matching: [{ pattern: 'x*' }] }] }),
  resultsDocument(),
]

/** Every place of a value, as the keys that lead to it. */
const placesOf = (value: unknown, path: readonly string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => [[...path, key], ...placesOf(item, [...path, key])])
    : []

function withOdd(document: object, path: readonly string[], odd: unknown): unknown {
  const copy: unknown = structuredClone(document)
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy)
  ;(holder as Record<string, unknown>)[path.at(-1) ?? ''] = odd
  return copy
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('9.9.9', '#', '#gone', '*', '{{ insert: param, x }}', '', ' ', 'AC-2', 1e308, -1),
)

test('a document with anything in any of its places is read or refused with a path, and never breaks the reader', () => {
  const cases = DOCUMENTS.flatMap((document) => placesOf(document).map((path) => ({ document, path })))
  fc.assert(
    fc.property(fc.constantFrom(...cases), odd, ({ document, path }, value) => {
      const given = withOdd(document, path, value)
      const read = readOscal(given)
      if ('faults' in read) return read.faults.every(({ reason }) => reason.length > 0) && read.faults.length > 0
      if (read.model === 'catalog') readCatalog(read.root)
      if (read.model === 'assessment-results') assessmentResultsOf(given)
      if (read.model === 'profile') {
        namesAsked(read.root)
        resolveProfile(read.root, [])
      }
      return true
    }),
    { numRuns: 2_000 },
  )
})

test('any text is read or refused', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.string().map((one) => JSON.stringify(catalogDocument()).slice(0, -3) + one),
  )
  fc.assert(
    fc.property(text, (one) => {
      readOscalText(one)
    }),
    { numRuns: 1_000 },
  )
})

test('faults are listed up to a hundred, and a pattern of stars is matched in time', () => {
  const controls = Array.from({ length: 500 }, (_, i) => ({ id: `c-${i}`, title: 'C', uuid: 'none', colour: 1 }))
  const read = readOscal(catalogDocument({ controls }))
  expect('faults' in read ? read.faults.length : 0).toBeGreaterThanOrEqual(100)
  const content = {
    groups: [],
    requirements: Array.from({ length: 2_000 }, (_, i) => ({
      id: `${'a'.repeat(150)}${i}`,
      title: 'A',
      group: '',
      parent: null,
      text: null,
    })),
  }
  const matching = Array.from({ length: 100 }, () => ({ pattern: `${'a*'.repeat(90)}b` }))
  const sources = [{ key: 'k', names: ['k'], content }]
  const profile = profileDocument({ href: 'k', 'include-controls': [{ matching }] }).profile
  const started = performance.now()
  expect(resolveProfile(profile, sources)).toEqual({
    faults: [{ path: 'profile.imports', reason: 'selects no control' }],
  })
  expect(performance.now() - started).toBeLessThan(20_000)
})
