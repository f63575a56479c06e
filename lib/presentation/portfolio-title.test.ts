import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import type { Stage } from '@/lib/model/stage'
import { type PortfolioRow, portfolioTitle } from './portfolio-title'

/** `3221-`: a digit for each layer's stage in order, a hyphen where it is not established. */
const row = (text: string): PortfolioRow => ({
  layers: LAYERS.map((layer, i) => {
    const digit = text.charAt(i)
    return { layer, stage: digit === '-' ? null : (Number(digit) as Stage) }
  }),
})
const title = (...rows: string[]) => portfolioTitle(rows.map(row))
const times = (count: number, text: string) => Array.from({ length: count }, () => text)

describe('the portfolio’s finding', () => {
  test('names the layer most are ahead in and the one that trails', () => {
    const study = [
      '32221',
      '22211',
      '33232',
      '21000',
      '22111',
      '11000',
      '22221',
      '33322',
      '2221-',
      '22000',
      '21211',
      '22222',
    ]
    expect(title(...study)).toBe(
      'Eleven of twelve organizations are past Initial in identity; data protection trails in ten',
    )
  })

  test('says everywhere only of all of them', () => {
    expect(title('22221', '33321', '22221')).toBe(
      'All three organizations are past Initial in identity; data protection trails everywhere',
    )
    expect(title('22221', '33321', '2222-')).toBe(
      'All three organizations are past Initial in identity; data protection trails in two',
    )
  })

  test('layers that trail equally are named together', () => {
    expect(title('22200', '33300')).toBe(
      'Both organizations are past Initial in identity; policy enforcement and data protection trail everywhere',
    )
    expect(title('22000', '22000', '22111', '22222')).toBe(
      'All four organizations are past Initial in identity; monitoring, policy enforcement and data protection trail in three',
    )
    expect(title('20000', '20000')).toBe('Both organizations are past Initial in identity')
  })

  test('of layers that trail equally often the one further behind is named', () => {
    expect(title('22211', '22212', '22220')).toBe(
      'All three organizations are past Initial in identity; data protection trails in two',
    )
  })

  test('what trails in no more than half is no finding', () => {
    expect(title('22221', '22222', '22222')).toBe('All three organizations are past Initial in identity')
    expect(title('22221', '22222')).toBe('Both organizations are past Initial in identity')
  })

  test('with nobody past Initial it speaks of Traditional', () => {
    expect(title('10000', '00000')).toBe('One of two organizations is past Traditional in identity')
    expect(title('00000', '00000')).toBe('None of two organizations is past Traditional in any layer')
  })

  test('of layers in which as many are ahead the one that got further is named', () => {
    expect(title('23111', '23111')).toBe(
      'Both organizations are past Initial in network segmentation; monitoring, policy enforcement and data protection trail everywhere',
    )
  })

  test('where every layer is equally far it says so', () => {
    expect(title('33333', '22222')).toBe('Both organizations are past Initial in every layer')
  })

  test('a layer that is not established is past nothing', () => {
    expect(title('-2---', '-2---', '2----')).toBe('Two of three organizations are past Initial in network segmentation')
  })

  test('beyond twelve every count is in figures', () => {
    expect(title(...times(9, '22221'), ...times(5, '11111'))).toBe(
      '9 of 14 organizations are past Initial in identity; data protection trails in 9',
    )
  })
})

describe('the portfolio’s fallbacks', () => {
  test('no organizations', () => {
    expect(portfolioTitle([])).toBe('No organizations yet')
  })

  test('no stage anywhere', () => {
    expect(portfolioTitle([{ layers: [] }, row('-----'), row('-----')])).toBe(
      'None of three organizations has an established stage yet',
    )
    expect(portfolioTitle([{ layers: [] }])).toBe('The only organization has no established stage yet')
  })

  test('a stage in fewer than half', () => {
    expect(title('22221', '-----', '-----')).toBe('One of three organizations has an established stage so far')
  })

  test('one organization', () => {
    expect(title('22221')).toBe('The only organization is past Initial in identity; data protection trails')
    expect(title('00000')).toBe('The only organization is not past Traditional in any layer')
  })

  test('every portfolio gets one sentence, whatever is known', () => {
    const cell = fc.constantFrom('0', '1', '2', '3', '-')
    const line = fc.array(cell, { minLength: 5, maxLength: 5 }).map((cells) => cells.join(''))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(title(...lines)).toMatch(/^[A-Z0-9][^;]*(; [^;]+)?$/)
      }),
    )
  })
})
