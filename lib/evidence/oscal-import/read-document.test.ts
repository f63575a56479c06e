import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogDocument, resultsDocument } from '@/lib/testing/oscal-documents'
import { readCatalog } from './read-catalog'
import { readOscal, readOscalText } from './read-document'

const EXAMPLES = join(process.cwd(), '../shared/schemas/oscal/nist-examples')

const faultsOf = (value: unknown) => {
  const read = readOscal(value)
  return 'faults' in read ? read.faults : []
}
/** The same document with one place changed; `undefined` takes the field away. */
const changed = (document: object, path: readonly (string | number)[], value: unknown): unknown => {
  const copy = structuredClone(document)
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], copy)
  const last = path.at(-1) ?? ''
  if (value === undefined) delete (holder as Record<string | number, unknown>)[last]
  else (holder as Record<string | number, unknown>)[last] = value
  return copy
}
const V7 = '019ab000-0000-7000-8000-000000000001'
const PROP = ['catalog', 'groups', 0, 'controls', 0, 'props', 0]

const MUTATIONS: [what: string, path: (string | number)[], value: unknown, at: string][] = [
  ['a version that is none', ['catalog', 'metadata', 'oscal-version'], '9.9.9', 'catalog.metadata.oscal-version'],
  ['a missing version', ['catalog', 'metadata', 'oscal-version'], undefined, 'catalog.metadata.oscal-version'],
  ['a missing title', ['catalog', 'metadata', 'title'], undefined, 'catalog.metadata.title'],
  ['a UUID in upper case', ['catalog', 'uuid'], '74C8BA1E-5CD4-4AD1-BBFD-D888E2F6C724', 'catalog.uuid'],
  ['a UUID of version 1', ['catalog', 'uuid'], '74c8ba1e-5cd4-1ad1-bbfd-d888e2f6c724', 'catalog.uuid'],
  ['a UUID of version 7', ['catalog', 'uuid'], V7, 'catalog.uuid'],
  ['a UUID that is none', ['catalog', 'uuid'], 'none', 'catalog.uuid'],
  ['a number for a UUID', ['catalog', 'uuid'], 7, 'catalog.uuid'],
  ['a missing UUID', ['catalog', 'uuid'], undefined, 'catalog.uuid'],
  [
    'a date without a zone',
    ['catalog', 'metadata', 'last-modified'],
    '2026-01-01T00:00:00',
    'catalog.metadata.last-modified',
  ],
  ['a list for a title', ['catalog', 'metadata', 'title'], ['a'], 'catalog.metadata.title'],
  ['an empty list', ['catalog', 'groups', 0, 'controls'], [], 'catalog.groups[0].controls'],
  ['null', ['catalog', 'groups', 0, 'title'], null, 'catalog.groups[0].title'],
  ['a field OSCAL does not have', ['catalog', 'groups', 0, 'colour'], 'red', 'catalog.groups[0].colour'],
  ['a property named with a blank', [...PROP, 'name'], 'a b', 'catalog.groups[0].controls[0].props[0].name'],
  ['a property that is a number', [...PROP, 'value'], 1, 'catalog.groups[0].controls[0].props[0].value'],
  ['an empty property', [...PROP, 'value'], '', 'catalog.groups[0].controls[0].props[0].value'],
  ['a property with blanks around it', [...PROP, 'value'], ' a ', 'catalog.groups[0].controls[0].props[0].value'],
  [
    'a link that leads nowhere',
    ['catalog', 'groups', 0, 'controls', 0, 'links', 0, 'href'],
    '#gone',
    'catalog.groups[0].controls[0].links[0].href',
  ],
]

describe('readOscal', () => {
  test.each(MUTATIONS)('refuses %s, and says where', (_, path, value, at) => {
    expect(faultsOf(changed(catalogDocument(), path, value)).map((fault) => fault.path)).toContain(at)
  })

  test('an unchanged document has no fault, and neither have versions 1.0 to 1.2', () => {
    for (const version of ['1.0.0', '1.0.4', '1.1.2', '1.1.3', '1.2.0', '1.2.2'])
      expect(faultsOf(changed(catalogDocument(), ['catalog', 'metadata', 'oscal-version'], version))).toEqual([])
    expect(faultsOf(resultsDocument())).toEqual([])
  })

  test('a control id given twice is named with both places', () => {
    const document = changed(catalogDocument(), ['catalog', 'groups', 0, 'controls', 1, 'id'], 'ac-2')
    expect(faultsOf(document)).toContainEqual({
      path: 'catalog.groups[0].controls[1].id',
      reason: 'ac-2 is given twice, first at catalog.groups[0].controls[0]',
    })
  })

  test('an observation or a risk that a finding names has to be there', () => {
    const gone = '11111111-1111-4111-8111-111111111111'
    const finding = ['assessment-results', 'results', 0, 'findings', 0]
    const observation = changed(resultsDocument(), [...finding, 'related-observations', 0, 'observation-uuid'], gone)
    const risk = changed(resultsDocument(), [...finding, 'related-risks', 0, 'risk-uuid'], gone)
    expect(faultsOf(observation)).toEqual([
      {
        path: 'assessment-results.results[0].findings[0].related-observations[0].observation-uuid',
        reason: `names ${gone}, and the document holds no such observation`,
      },
    ])
    expect(faultsOf(risk)[0]?.path).toBe('assessment-results.results[0].findings[0].related-risks[0].risk-uuid')
  })

  test('a party that the metadata holds responsible has to be there', () => {
    const [known, gone] = ['22222222-2222-4222-8222-222222222222', '11111111-1111-4111-8111-111111111111']
    const parties = [{ uuid: known, type: 'person', name: 'Amy Assessor' }]
    const held = (id: string) => ({
      ...resultsDocument()['assessment-results'].metadata,
      parties,
      'responsible-parties': [{ 'role-id': 'assessor', 'party-uuids': [id] }],
    })
    const asked = (id: string) => faultsOf(changed(resultsDocument(), ['assessment-results', 'metadata'], held(id)))
    expect(asked(known)).toEqual([])
    expect(asked(gone)[0]?.path).toBe('assessment-results.metadata.responsible-parties[0].party-uuids[0]')
  })

  test('a model that cannot be imported is refused by its name, with those that can', () => {
    for (const model of ['component-definition', 'system-security-plan', 'plan-of-action-and-milestones'])
      expect(faultsOf({ [model]: {} })).toEqual([
        { path: model, reason: `is an OSCAL ${model}; a catalog, a profile and assessment results can be imported` },
      ])
    expect(faultsOf({ cake: {} })[0]?.reason).toMatch(/^is no OSCAL document/)
    for (const value of [null, 7, 'catalog', [], {}, { catalog: {}, profile: {} }])
      expect(faultsOf(value)).toHaveLength(1)
  })
})

describe('readOscalText', () => {
  const faults = (text: string) => {
    const read = readOscalText(text)
    return 'faults' in read ? read.faults : []
  }
  test('refuses what is no JSON, nests too deep, names a field twice or as a prototype, or holds a NUL', () => {
    expect(faults('{"catalog":')).toEqual([{ path: '', reason: 'is not valid JSON' }])
    expect(faults(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)[0]?.reason).toBe('nests deeper than 64 levels')
    expect(faults('{"catalog":{"uuid":"a","b":[1,{"uuid":1,"uuid":2}],"\\u0075uid":"c"}}')).toEqual([
      { path: 'catalog.b[1].uuid', reason: 'is named twice' },
      { path: 'catalog.uuid', reason: 'is named twice' },
    ])
    expect(faults('{"catalog":{"__proto__":{"a":1}}}')[0]?.path).toBe('catalog.__proto__')
    expect(faults('{"catalog":{"title":"a\\u0000b"}}')[0]).toEqual({
      path: 'catalog.title',
      reason: 'holds a NUL character',
    })
  })

  test('reads what follows a byte order mark', () => {
    expect(faults(`\ufeff${JSON.stringify(catalogDocument())}`)).toEqual([])
  })
})

// The examples are NIST's and not ours to copy: without them beside the checkout there is nothing to hold the reader to.
if (existsSync(EXAMPLES)) {
  const files = readdirSync(EXAMPLES)
  const read = (name: string) => readOscalText(readFileSync(join(EXAMPLES, name), 'utf8'))

  test('NIST’s catalog is read whole', () => {
    const document = read('basic-catalog.json')
    if ('faults' in document) throw new Error(JSON.stringify(document.faults))
    const catalog = readCatalog(document.root)
    if ('faults' in catalog) throw new Error(JSON.stringify(catalog.faults))
    expect(catalog.content.groups.map(({ id }) => id)).toContain('s2.1')
    expect(catalog.content.requirements[0]).toMatchObject({ id: 's1.1.1', group: 's1.1', parent: null })
    expect(catalog.content.requirements[0]?.text).toContain(
      '[one or more of: initiating a device lock after [a duration] of inactivity; requiring the user',
    )
  })

  test('NIST’s assessment results are read, and every other model is refused by name', () => {
    for (const name of files) {
      const document = read(name)
      if (/catalog|assessment-results/.test(name)) expect(document).not.toHaveProperty('faults')
      else
        expect(document).toMatchObject({
          faults: [{ reason: expect.stringMatching(/^is an OSCAL .* can be imported$/) }],
        })
    }
    expect(files).toHaveLength(6)
  })
}
