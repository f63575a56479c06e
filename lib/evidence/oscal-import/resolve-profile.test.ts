import { expect, test } from 'vitest'
import type { CustomContent } from '@/lib/model/custom-framework'
import { catalogDocument, profileDocument } from '@/lib/testing/oscal-documents'
import { type CatalogSource, documentName, namesAsked, resolveProfile } from './resolve-profile'

const control = (id: string, parent: string | null = null) => ({ id, title: id, group: 'g', parent, text: null })
const content: CustomContent = {
  groups: [{ id: 'g', title: 'Group' }],
  requirements: [control('a'), control('a.1', 'a'), control('a.1.1', 'a.1'), control('b'), control('b.1', 'b')],
}
const source: CatalogSource = { key: 'base', names: ['base'], content }
const RESOURCE = '5a1e00aa-0000-4000-8000-000000000001'

const idsOf = (one: object, sources: readonly CatalogSource[] = [source], more: object = {}) => {
  const read = resolveProfile(profileDocument({ href: 'base.json', ...one }, more).profile, sources)
  return 'faults' in read ? read.faults : read.content.requirements.map(({ id }) => id)
}

test('all, named, matching, with or without what stands within, less what is excluded', () => {
  expect(idsOf({ 'include-all': {} })).toHaveLength(5)
  expect(idsOf({})).toHaveLength(5)
  expect(idsOf({ 'include-controls': [{ 'with-ids': ['a'] }] })).toEqual(['a'])
  expect(idsOf({ 'include-controls': [{ 'with-ids': ['a'], 'with-child-controls': 'yes' }] })).toEqual([
    'a',
    'a.1',
    'a.1.1',
  ])
  expect(idsOf({ 'include-controls': [{ matching: [{ pattern: '*.1' }] }] })).toEqual(['a.1', 'a.1.1', 'b.1'])
  expect(idsOf({ 'include-controls': [{ matching: [{ pattern: '?' }] }] })).toEqual(['a', 'b'])
  expect(idsOf({ 'exclude-controls': [{ 'with-ids': ['a'], 'with-child-controls': 'yes' }] })).toEqual(['b', 'b.1'])
})

test('a control without the one above it stands by itself', () => {
  const read = resolveProfile(
    profileDocument({ href: 'base', 'include-controls': [{ 'with-ids': ['a.1'] }] }).profile,
    [source],
  )
  expect(read).toMatchObject({ content: { requirements: [{ id: 'a.1', parent: null }] } })
})

test('a catalog is found by uuid, by the name of its file, through a resource, or within the profile itself', () => {
  expect(documentName('https://example.org/x/NIST_800-53.json?raw=1#top')).toBe('nist_800-53')
  expect(documentName('./ap.oscal.xml')).toBe('ap')
  const linked = { 'back-matter': { resources: [{ uuid: RESOURCE, rlinks: [{ href: '../catalogs/base.json' }] }] } }
  expect(idsOf({ href: `#${RESOURCE}` }, [source], linked)).toHaveLength(5)
  expect([...namesAsked(profileDocument({ href: `#${RESOURCE}` }, linked).profile)]).toEqual([RESOURCE, 'base'])
  const base64 = { value: btoa(JSON.stringify(catalogDocument())), 'media-type': 'application/oscal+json' }
  const embedded = { 'back-matter': { resources: [{ uuid: RESOURCE, base64 }] } }
  expect(idsOf({ href: `#${RESOURCE}` }, [], embedded)).toEqual(['ac-2', 'ac-2.1', 'x-1', 'x-2'])
})

test('a catalog within the profile that is none, or is wrong, is told with where it is wrong', () => {
  const within = (value: string) =>
    idsOf({ href: `#${RESOURCE}` }, [], { 'back-matter': { resources: [{ uuid: RESOURCE, base64: { value } }] } })
  expect(within('%%%')).toMatchObject([
    { path: 'profile.imports[0].href', reason: expect.stringContaining('no OSCAL catalog') },
  ])
  const wrong = JSON.stringify(catalogDocument()).replace('1.1.2', '9.9.9')
  expect(within(btoa(wrong))).toMatchObject([
    { reason: expect.stringContaining('catalog.metadata.oscal-version is 9.9.9') },
  ])
})

test('what cannot be found, or selects nothing, is a fault', () => {
  expect(idsOf({ href: 'elsewhere.json' })).toMatchObject([{ path: 'profile.imports[0].href' }])
  expect(idsOf({ 'include-controls': [{ matching: [{ pattern: 'z*' }] }] })).toEqual([
    { path: 'profile.imports', reason: 'selects no control' },
  ])
  expect(idsOf({ 'include-all': {}, 'include-controls': [{ 'with-ids': ['a'] }] })).toMatchObject([
    { path: 'profile.imports[0].include-all' },
  ])
})
