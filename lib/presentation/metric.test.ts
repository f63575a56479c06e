import { expect, test } from 'vitest'
import { isBetter, metricChangeText, metricText } from './metric'

const change = (relativeChange: number | null, pointChange: number | null = null) => ({ relativeChange, pointChange })

test('each metric is shown in its own unit, and what is not known is a dash', () => {
  expect(metricText('incidents', 14.2)).toBe('14.2')
  expect(metricText('mttd', 4.8)).toBe('4.8\u00a0h')
  expect(metricText('passRate', 0.78)).toBe('78\u00a0%')
  expect(metricText('mttr', null)).toBe('—')
})

test('the pass rate changes in points, never in the relative percent of the others', () => {
  expect(metricChangeText('passRate', change(0.2308, 18))).toBe('+18\u00a0points')
  expect(metricChangeText('incidents', change(-0.5986))).toBe('−60\u00a0%')
})

test('fewer incidents are better, a lower pass rate is not, and no change is neither', () => {
  expect(isBetter('incidents', change(-0.1))).toBe(true)
  expect(isBetter('passRate', change(-0.1, -8))).toBe(false)
  expect(isBetter('mttd', change(0))).toBeNull()
  expect(isBetter('mttd', change(null))).toBeNull()
})
