import { expect, test } from 'vitest'
import { stageLabel, stageTone } from './stage'

test('each stage has its word and its step of the one scale', () => {
  expect(([0, 1, 2, 3] as const).map((stage) => [stageLabel(stage), stageTone(stage)])).toEqual([
    ['Traditional', 's0'],
    ['Initial', 's1'],
    ['Advanced', 's2'],
    ['Optimal', 's3'],
  ])
})

test('a stage that is not established says so and never takes a stage’s tone', () => {
  expect([stageLabel(null), stageTone(null)]).toEqual(['Not established', 'unknown'])
})
