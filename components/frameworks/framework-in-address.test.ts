import { expect, test } from 'vitest'
import { frameworkInAddress } from './framework-in-address'

test('an id is read escaped or not, and nothing else is one', () => {
  expect(frameworkInAddress('custom%3Abank')).toBe('custom:bank')
  expect(frameworkInAddress('custom:bank')).toBe('custom:bank')
  expect(frameworkInAddress('nist_csf_2_0')).toBe('nist_csf_2_0')
  for (const none of ['%E0%A4%A', 'custom:', '../x', 'Custom:bank', '']) expect(frameworkInAddress(none)).toBeNull()
})
