import { describe, expect, test } from 'vitest'
import { chooseDeployment } from './choose-deployment'

const one = (slug: string, latestOn: string | null) => ({ slug, latestOn })

describe('chooseDeployment', () => {
  test('the one named, whatever was assessed last; an unknown one is not found', () => {
    const all = [one('old', null), one('new', '2026-03-31')]
    expect(chooseDeployment(all, 'old')?.slug).toBe('old')
    expect(() => chooseDeployment(all, 'none')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  test('without a name the one assessed last, of two on one day the older', () => {
    const all = [one('a', null), one('b', '2026-03-31'), one('c', '2026-06-30'), one('d', '2026-06-30')]
    expect(chooseDeployment(all)?.slug).toBe('c')
  })

  test('nothing assessed: the oldest; none at all: null', () => {
    expect(chooseDeployment([one('a', null), one('b', null)])?.slug).toBe('a')
    expect(chooseDeployment([])).toBe(null)
  })
})
