import { expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import { radarAxes } from './radar-axes'

const layersWith = (scores: readonly (number | null)[]) => ({
  layers: LAYERS.map((layer, place) => ({
    layer,
    score: scores[place] ?? null,
    stage: 1 as const,
    coverage: 1,
    confidence: 1,
    weakest: null,
    capabilities: [],
  })),
})

test('a layer without a score is a gap in both shapes, never the centre', () => {
  const axes = radarAxes(layersWith([74.4, null, 0]), layersWith([50.6]))
  expect(axes.map((axis) => axis.value)).toEqual([74, null, 0, null, null])
  expect(axes.map((axis) => axis.second)).toEqual([51, null, null, null, null])
  expect(axes[0]?.caption).toBe('74, Initial')
})
