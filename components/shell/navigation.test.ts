import { describe, expect, test } from 'vitest'
import { currentItem, isHere } from './navigation'

const NAV = [
  { label: null, items: [{ label: 'Overview', href: '/acme', match: 'exact' as const }] },
  {
    label: 'Maturity',
    items: [
      { label: 'Maturity', href: '/acme/maturity' },
      { label: 'Plan', href: '/acme/maturity/plan' },
    ],
  },
]

describe('the current entry', () => {
  test('is marked on its own page and on pages below it', () => {
    expect(isHere({ label: 'x', href: '/acme/runs' }, '/acme/runs')).toBe(true)
    expect(isHere({ label: 'x', href: '/acme/runs?state=open' }, '/acme/runs/7')).toBe(true)
  })

  test('is not marked on a page that only begins alike', () => {
    expect(isHere({ label: 'x', href: '/acme/run' }, '/acme/runs')).toBe(false)
  })

  test('is not marked below its page when it asks for an exact match', () => {
    expect(currentItem(NAV, '/acme/findings')).toBeNull()
  })

  test('is the deepest of several that match', () => {
    expect(currentItem(NAV, '/acme/maturity/plan/2')?.label).toBe('Plan')
    expect(currentItem(NAV, '/acme')?.label).toBe('Overview')
  })

  test('the root never stands for every page', () => {
    expect(isHere({ label: 'x', href: '/' }, '/acme')).toBe(false)
  })
})
