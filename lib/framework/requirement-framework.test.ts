import { describe, expect, test } from 'vitest'
import { capabilities } from './capabilities'
import { crosswalkOf } from './crosswalk'
import { BUILT_IN_FRAMEWORKS, builtInFramework } from './requirement-framework'

const requirementsOf = (id: string) => builtInFramework(id)?.requirements ?? []

describe('a framework that comes with the product', () => {
  test.each(BUILT_IN_FRAMEWORKS)('%s has every requirement once, under a heading it names', (id) => {
    const framework = builtInFramework(id)
    const headings = new Set(framework?.groups.map((group) => group.id))
    const ids = requirementsOf(id).map((one) => one.id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { group, capabilities: touched } of requirementsOf(id)) {
      expect(headings).toContain(group)
      expect(touched.length).toBeGreaterThan(0)
    }
  })

  test('holds every edge of the crosswalk', () => {
    const edges = capabilities.flatMap(({ id }) => crosswalkOf(id)).length
    const held = BUILT_IN_FRAMEWORKS.slice(1).flatMap((id) => requirementsOf(id).flatMap((one) => one.capabilities))
    expect(held).toHaveLength(edges)
  })

  test('orders numbers as numbers and shows no title that a licence forbids', () => {
    const pci = requirementsOf('pci_dss_4_0')
    const heads = pci.map(({ group }) => Number(group))
    expect(heads).toEqual(heads.toSorted((a, b) => a - b))
    expect(pci.every(({ title }) => title === null)).toBe(true)
    expect(requirementsOf('nist_800_53_r5').find(({ id }) => id === 'AC-2')).toMatchObject({ group: 'AC' })
  })

  test('is none for another id', () => {
    expect(builtInFramework('custom:ours')).toBeNull()
    expect(builtInFramework('__proto__')).toBeNull()
  })
})
