import { expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import { layerName, layerNoun, layerShortName, layerTone } from './layer'

test('each layer has one name for headings, one for columns and one for sentences', () => {
  expect(LAYERS.map((layer) => [layerName(layer), layerShortName(layer), layerNoun(layer)])).toEqual([
    ['Identity & Access', 'Identity', 'identity'],
    ['Network Micro-Segmentation', 'Network', 'network segmentation'],
    ['Continuous Monitoring', 'Monitoring', 'monitoring'],
    ['Policy Enforcement', 'Policy', 'policy enforcement'],
    ['Data Protection', 'Data', 'data protection'],
  ])
})

test('each layer has its own marker colour', () => {
  expect(LAYERS.map(layerTone)).toEqual(['l1', 'l2', 'l3', 'l4', 'l5'])
})
