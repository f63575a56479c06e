import { expect, test } from 'vitest'
import { countedText, neededText, stageStateTone, verdictTone } from './verdict'

test('a share is shown with what it is a share of, and nothing decided is not 0 %', () => {
  expect(countedText({ numerator: 16, denominator: 20 })).toBe('16 of 20 (80\u00a0%)')
  expect(countedText({ numerator: 4199, denominator: 4200 })).toBe('4,199 of 4,200 (99\u00a0%)')
  expect(countedText({ numerator: 0, denominator: 0 })).toBe('nothing decided')
})

test('what a stage needs is said in words where it is all', () => {
  expect([neededText(1), neededText(0.7)]).toEqual(['all', 'at least 70\u00a0%'])
})

test('what is not known is never shown in the tone of a pass', () => {
  expect([verdictTone('unknown'), stageStateTone('open')]).toEqual(['unknown', 'unknown'])
  expect([verdictTone('not_applicable'), stageStateTone('silent')]).toEqual(['neutral', 'neutral'])
})
