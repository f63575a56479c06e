import { expect, test } from 'vitest'
import { layerReader } from './layer'

const read = layerReader({
  IAM: 'Identity & Access',
  NET: 'Network Micro-Segmentation',
  MON: 'Continuous Monitoring',
  POL: 'Policy Enforcement',
  DAT: 'Data Protection',
})

test.each([
  ['IAM', 'IAM'],
  [' net ', 'NET'],
  ['identity and access', 'IAM'],
  ['Network micro segmentation', 'NET'],
  ['DATA PROTECTION', 'DAT'],
  ['', null],
  ['n/a', null],
])('%j is %s', (text, layer) => expect(read(text)).toEqual({ layer }))

test('a layer that does not exist is refused with those that do', () =>
  expect(read('Perimeter')).toEqual({
    reason: expect.stringMatching(/^"Perimeter" is not a layer; use IAM \(Identity & Access\), NET/),
  }))
