import { expect, test } from 'vitest'
import { frameworksTitle, importRemarks, mappedText, mappingMeaning } from './framework'

const own = { own: { id: 'x' } } as never

test('a title says whose the frameworks are', () => {
  expect(frameworksTitle([{ own: null }, { own: null }])).toBe(
    '2 frameworks to be audited against, none of them your own yet',
  )
  expect(frameworksTitle([{ own: null }, own])).toBe('2 frameworks to be audited against, one of them your own')
  expect(frameworksTitle([own, own])).toContain('2 of them your own')
})

test('what is not mapped is counted, and all of them is said as all', () => {
  expect(mappedText({ requirements: 4, mapped: 3 })).toBe('1 of 4 requirements is mapped to no capability')
  expect(mappedText({ requirements: 1200, mapped: 0 })).toBe('1,200 of 1,200 requirements are mapped to no capability')
  expect(mappedText({ requirements: 1, mapped: 1 })).toBe('Its one requirement is mapped to capabilities')
})

test('an import says what it left out, and nothing when it left out nothing', () => {
  const nothing = { parameters: 0, alterations: 0, merge: false }
  const plain = { withdrawn: 0, ignored: nothing, replaced: null, added: 4, dropped: [] }
  expect(importRemarks(plain)).toEqual([])
  const all = {
    withdrawn: 2,
    ignored: { parameters: 1, alterations: 3, merge: true },
    replaced: '2.1',
    added: 1,
    dropped: [],
  }
  expect(importRemarks(all)).toHaveLength(4)
  expect(importRemarks(all)[0]).toBe('It takes the place of version 2.1: 1 new, 0 gone.')
})

test('every label of a mapping has a meaning', () => {
  for (const label of ['reviewed', 'corroborated', 'judgement', 'own'] as const)
    expect(mappingMeaning(label)).not.toBe('')
})
