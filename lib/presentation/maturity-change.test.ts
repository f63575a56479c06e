import { expect, test } from 'vitest'
import { maturityChange } from './maturity-change'

const change = (stageChange: number | null, scoreChange: number | null) => maturityChange({ stageChange, scoreChange })

test('a change of stage is said before a change of score', () => {
  expect(change(1, 20)).toEqual({ text: '+1 stage', tone: 'good' })
  expect(change(-2, -31)).toEqual({ text: '−2 stages', tone: 'bad' })
})

test('within a stage the score’s points are said', () => {
  expect(change(0, 9.4)).toEqual({ text: '+9', tone: 'good' })
  expect(change(0, -6)).toEqual({ text: '−6', tone: 'bad' })
  expect(change(0, 0)).toEqual({ text: '0', tone: 'none' })
  expect(change(0, 0.01)).toEqual({ text: '0', tone: 'none' })
  expect(change(null, 4)).toEqual({ text: '+4', tone: 'good' })
})

test('an unknown change is neither good nor none', () => {
  expect(change(null, null)).toEqual({ text: '—', tone: 'unknown' })
})
