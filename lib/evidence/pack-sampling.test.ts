import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '@/lib/testing/seeded-random'
import { sampler } from './pack-sampling'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const ids = Array.from({ length: 500 }, (_, i) => `row-${String(i).padStart(3, '0')}`)

function drawn(of: readonly string[], { seed = 'a seed', size = 5, population = 'findings' } = {}): string[] {
  const drawing = sampler<{ id: string }>(digest, { seed, size, population })
  for (const id of of) drawing.offer({ id })
  return drawing.drawn().map(({ id }) => id)
}

const shuffled = (seed: string): string[] => {
  const random = seededRandom(seed)
  return ids
    .map((id) => ({ id, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id)
}

describe('a sample', () => {
  test('is what anybody draws who ranks the rows by the same hash', () => {
    const ranked = ids.toSorted((a, b) =>
      digest(`a seed\nfindings\n${a}`) < digest(`a seed\nfindings\n${b}`) ? -1 : 1,
    )
    expect(drawn(ids)).toEqual(ranked.slice(0, 5).toSorted())
    expect(drawn(ids)).toEqual(['row-058', 'row-109', 'row-280', 'row-341', 'row-348'])
  })

  test('does not depend on the order in which rows come', () => {
    for (const seed of ['1', '2', '3']) expect(drawn(shuffled(seed), { size: 40 })).toEqual(drawn(ids, { size: 40 }))
  })

  test('of more rows holds the sample of fewer', () => {
    expect(drawn(ids, { size: 60 })).toEqual(expect.arrayContaining(drawn(ids, { size: 20 })))
  })

  test('is another one for another seed and for another population', () => {
    expect(drawn(ids, { seed: 'another' })).not.toEqual(drawn(ids))
    expect(drawn(ids, { population: 'runs' })).not.toEqual(drawn(ids))
  })

  test('is everything where there is less, and nothing where nothing is wanted', () => {
    expect(drawn(ids.slice(0, 3), { size: 25 })).toEqual(ids.slice(0, 3))
    expect(drawn(ids, { size: 0 })).toEqual([])
    expect(drawn([])).toEqual([])
  })

  test('gives every row the same chance', () => {
    const seeds = Array.from({ length: 400 }, (_, i) => String(i))
    const first = seeds.filter((seed) => drawn(ids.slice(0, 10), { seed, size: 5 }).includes('row-000')).length
    expect(first).toBeGreaterThan(150)
    expect(first).toBeLessThan(250)
  })
})
