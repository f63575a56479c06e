import { describe, expect, test } from 'vitest'
import { wrapWords } from './wrap-words'

describe('words in lines', () => {
  test('short text stays one line', () => {
    expect(wrapWords('Identity & Access', 17)).toEqual(['Identity & Access'])
  })

  test('no line is longer than the limit when words allow it, and no word is lost', () => {
    const lines = wrapWords('Baseline, 6 months: 14.6', 10)
    expect(lines).toEqual(['Baseline,', '6 months:', '14.6'])
  })

  test('a number stays with the unit tied to it by a no-break space', () => {
    expect(wrapWords('Baseline: 71\u00a0%', 12)).toEqual(['Baseline:', '71\u00a0%'])
  })

  test('a word longer than the limit is kept whole', () => {
    expect(wrapWords('Network Micro-Segmentation', 8)).toEqual(['Network', 'Micro-', 'Segmentation'])
  })
})
