import { describe, expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import type { LayerStanding } from '@/lib/model/maturity-history'
import type { Stage } from '@/lib/model/stage'
import { layerSpread } from './layer-spread'

const standing = (stage: Stage | null, coverage = 1): { maturity: { layers: LayerStanding[] } } => ({
  maturity: {
    layers: LAYERS.map((layer) => ({
      layer,
      score: coverage === 0 ? null : 40,
      stage,
      coverage,
      confidence: 0,
      weakest: null,
    })),
  },
})
const row = (one: ReturnType<typeof standing> | null) => ({
  maturity: one && { assessmentId: '', asOf: '2026-03-31', score: 1, stage: null, ...one.maturity },
})

describe('layerSpread', () => {
  test('every organization is counted once a layer, the unknown apart from traditional', () => {
    const spread = layerSpread([
      row(standing(0)),
      row(standing(3)),
      row(standing(null, 0.3)),
      row(standing(null, 0)),
      row(null),
    ])
    expect(spread.map(({ layer }) => layer)).toEqual([...LAYERS])
    for (const { stages, notEstablished, notAssessed } of spread) {
      expect([stages, notEstablished, notAssessed]).toEqual([[1, 0, 0, 1], 1, 2])
    }
  })

  test('no organization, nothing counted', () => {
    expect(layerSpread([])[0]).toEqual({ layer: 'IAM', stages: [0, 0, 0, 0], notEstablished: 0, notAssessed: 0 })
  })
})
