import { expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import type { LayerSpread } from '@/lib/model/portfolio'
import { spreadTitle } from './spread-title'

/** For each layer how many organizations are at stage 0, 1, 2 and 3. */
const title = (organizations: number, ...stages: LayerSpread['stages'][]) =>
  spreadTitle({
    organizations,
    spread: LAYERS.map((layer, i) => ({ layer, stages: stages[i] ?? [0, 0, 0, 0], notEstablished: 0, notAssessed: 0 })),
  })

test('names the layer most are ahead in and the one fewest are, counted among all organizations', () => {
  expect(
    title(1000, [100, 157, 700, 43], [200, 300, 500, 0], [0, 700, 300, 0], [0, 700, 200, 0], [300, 580, 120, 0]),
  ).toBe('743 of 1,000 organizations are past Initial in identity, 120 in data protection')
  expect(title(12, [0, 1, 11, 0], [0, 3, 9, 0], [0, 3, 9, 0], [0, 3, 9, 0], [6, 6, 0, 0])).toBe(
    'Eleven of twelve organizations are past Initial in identity, none in data protection',
  )
})

test('of layers equally many are past, the one that got further leads and the one furthest behind closes', () => {
  expect(title(4, [0, 1, 3, 0], [0, 1, 1, 2], [1, 2, 1, 0], [0, 3, 1, 0], [0, 2, 2, 0])).toBe(
    'Three of four organizations are past Initial in network segmentation, one in monitoring',
  )
})

test('says every layer only when the counts are equal', () => {
  expect(title(2, [0, 0, 2, 0], [0, 0, 1, 1], [0, 0, 2, 0], [0, 0, 2, 0], [0, 0, 0, 2])).toBe(
    'Both organizations are past Initial in every layer',
  )
})

test('with nobody past Initial it speaks of Traditional', () => {
  expect(title(3, [1, 2, 0, 0], [3, 0, 0, 0], [2, 1, 0, 0], [2, 1, 0, 0], [3, 0, 0, 0])).toBe(
    'Two of three organizations are past Traditional in identity, none in data protection',
  )
  expect(title(3, [3, 0, 0, 0])).toBe('None of three organizations is past Traditional in any layer')
})

test('nothing known, nobody and only one are said plainly', () => {
  expect(title(0)).toBe('No organizations yet')
  expect(title(40)).toBe('None of 40 organizations has an established stage yet')
  expect(title(1)).toBe('The only organization has no established stage yet')
  expect(title(1, [0, 0, 1, 0], [0, 1, 0, 0], [0, 1, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0])).toBe(
    'The only organization is past Initial in identity, not in data protection',
  )
  expect(title(1, [1, 0, 0, 0])).toBe('The only organization is not past Traditional in any layer')
})
