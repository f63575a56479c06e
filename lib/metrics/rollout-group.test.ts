import { expect, test } from 'vitest'
import { LAYERS, type LayerId } from '@/lib/model/layer'
import { rolloutGroup } from './rollout-group'

const live = (...layers: LayerId[]) =>
  LAYERS.map((layer) => ({ layer, beganOn: '2026-01-05', liveOn: layers.includes(layer) ? '2026-02-05' : null }))

test.each([
  [live(), 'none'],
  [live('NET', 'IAM'), 'identity-and-network'],
  [live(...LAYERS), 'all-five'],
  [live('IAM', 'MON'), 'other'],
  [live('IAM'), 'other'],
  [live('IAM', 'NET', 'MON'), 'other'],
])('the layers with a go-live day decide, not those that only began: %#', (rollouts, group) => {
  expect(rolloutGroup(rollouts)).toBe(group)
})
