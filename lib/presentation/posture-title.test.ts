import { expect, test } from 'vitest'
import type { LayerId } from '@/lib/model/layer'
import type { Posture } from '@/lib/model/posture'
import type { Stage } from '@/lib/model/stage'
import { postureTitle } from './posture-title'

const posture = (stage: Stage | null, layers: Partial<Record<LayerId, Stage | null>>): Posture => ({
  formula: 'posture/1',
  framework: '0.1',
  at: '2026-11-22T06:00:00.000Z',
  score: null,
  stage,
  coverage: 0.5,
  confidence: 0.4,
  weakestLayer: null,
  layers: (['IAM', 'NET', 'MON', 'POL', 'DAT'] as const).map((layer) => ({
    layer,
    stage: layers[layer] ?? null,
    score: null,
    coverage: 0,
    confidence: 0,
    weakest: null,
    capabilities: [],
  })),
})

test('the overall stage is named only when every layer has one; else the layers that are established', () => {
  expect(postureTitle(posture(1, {}))).toBe('Checks support Initial overall')
  expect(postureTitle(posture(null, { IAM: 0, DAT: 0, NET: 2 }))).toBe(
    'Checks support Advanced in Network Micro-Segmentation; Traditional in Identity & Access and Data Protection',
  )
  expect(postureTitle(posture(null, {}))).toBe('Checks do not establish a stage in any layer yet')
})
