import { describe, expect, test } from 'vitest'
import { LAYERS } from '@/lib/model/layer'
import type { LayerMaturity } from '@/lib/model/maturity'
import type { Stage } from '@/lib/model/stage'
import { maturityTitle } from './maturity-title'

type Standing = [stage: Stage | null, score: number | null] | 'n/a'

const layer = (i: number, standing: Standing): LayerMaturity => {
  const [stage, score] = standing === 'n/a' ? [null, null] : standing
  const id = LAYERS[i] ?? 'IAM'
  const status = standing === 'n/a' ? 'not_applicable' : score === null ? 'not_assessed' : 'assessed'
  return {
    layer: id,
    stage,
    score,
    coverage: score === null ? 0 : 1,
    confidence: 0,
    weakest: null,
    capabilities: [
      {
        capability: `${id}-01`,
        weight: 3,
        status,
        assessed: stage,
        supported: null,
        effective: stage,
        target: null,
        rule: 'assessed',
        evidenced: false,
      },
    ],
  }
}

const title = (stage: Stage | null, standings: Standing[]) =>
  maturityTitle('Meridian Health', { stage, layers: standings.map((one, i) => layer(i, one)) })

describe('the title of an organization', () => {
  test('names the stage and the layer with the lowest score among those that hold it there', () => {
    const standings: Standing[] = [
      [2, 74],
      [2, 61],
      [1, 58],
      [1, 49],
      [1, 37],
    ]
    expect(title(1, standings)).toBe('Meridian Health is at Initial, held back by Data Protection')
  })

  test('a lower score in a higher stage holds nothing back', () => {
    expect(
      title(0, [
        [2, 74],
        [1, 20],
        [0, 58],
        [1, 40],
        [1, 37],
      ]),
    ).toBe('Meridian Health is at Traditional, held back by Continuous Monitoring')
  })

  test('layers that are exactly equal are named together, and counted from three on', () => {
    expect(
      title(0, [
        [2, 74],
        [1, 33],
        [1, 40],
        [0, 20],
        [0, 20],
      ]),
    ).toBe('Meridian Health is at Traditional, held back by Policy Enforcement and Data Protection')
    expect(
      title(0, [
        [2, 74],
        [1, 33],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ).toBe('Meridian Health is at Traditional, held back by three layers')
  })

  test('with every layer at one stage no layer holds it back', () => {
    expect(
      title(3, [
        [3, 100],
        [3, 96],
        [3, 100],
        [3, 100],
        [3, 100],
      ]),
    ).toBe('Meridian Health is at Optimal in all five layers')
  })
})

describe('the title without a stage', () => {
  test('says that nothing has been assessed', () => {
    const nothing: Standing[] = [
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ]
    expect(maturityTitle('Meridian Health', null)).toBe('Meridian Health has not been assessed yet')
    expect(title(null, nothing)).toBe('Meridian Health has not been assessed yet')
  })

  test('names the layers of which too little is assessed', () => {
    expect(
      title(null, [
        [2, 74],
        [2, 61],
        [1, 58],
        [1, 49],
        [null, 37],
      ]),
    ).toBe('Meridian Health has no overall stage yet: too little of Data Protection is assessed')
    expect(
      title(null, [
        [2, 74],
        [2, 61],
        [null, null],
        [null, 4],
        [null, 37],
      ]),
    ).toBe('Meridian Health has no overall stage yet: too little of three layers is assessed')
    expect(
      title(null, [
        [null, 20],
        [null, null],
        [null, null],
        [null, null],
        [null, null],
      ]),
    ).toBe('Meridian Health has no stage yet: too little is assessed')
  })

  test('names a layer in which nothing applies, once the others are assessed', () => {
    expect(title(null, [[2, 74], 'n/a', [1, 58], [1, 49], [1, 37]])).toBe(
      'Meridian Health has no overall stage: nothing in Network Micro-Segmentation applies',
    )
    expect(title(null, [[2, 74], 'n/a', [1, 58], [null, 9], [1, 37]])).toBe(
      'Meridian Health has no overall stage yet: too little of Policy Enforcement is assessed',
    )
  })
})
