import { describe, expect, test } from 'vitest'
import { matchJump } from './jump-match'

const ENTRIES = [
  { label: 'Overview', href: '/o', group: 'Page' },
  { label: 'Incidents', href: '/i', group: 'Page', keywords: 'import csv' },
  { label: 'Before and after', href: '/b', group: 'Page' },
  { label: 'Société Bancaire', href: '/s', group: 'Organization' },
  { label: 'Port of Aldery', href: '/p', group: 'Organization' },
]
const labels = (typed: string) => matchJump(ENTRIES, typed).map((entry) => entry.label)

describe('jumping', () => {
  test('nothing typed offers everything in the order given', () => {
    expect(labels('  ')).toEqual(ENTRIES.map((entry) => entry.label))
  })

  test('every typed word must begin a word, in any order', () => {
    expect(labels('after be')).toEqual(['Before and after'])
    expect(labels('fore')).toEqual([])
  })

  test('accents and case do not count', () => {
    expect(labels('SOCIETE')).toEqual(['Société Bancaire'])
  })

  test('a label that begins with it comes before one that only mentions it', () => {
    expect(labels('o')).toEqual(['Overview', 'Société Bancaire', 'Port of Aldery'])
  })

  test('keywords are searched too', () => {
    expect(labels('csv')).toEqual(['Incidents'])
  })

  test('no more than the limit are offered', () => {
    expect(matchJump(ENTRIES, '', 2)).toHaveLength(2)
  })
})
