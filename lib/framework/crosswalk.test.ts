import { describe, expect, test } from 'vitest'
import { capabilities } from './capabilities'
import references from './catalogue/0.1/references.json'
import { crosswalkCaveat, crosswalkOf, edgeLabel } from './crosswalk'
import { provenance } from './provenance'
import { MAPPING_NOTE, STANDARDS, standards } from './standards'

const edges = capabilities.flatMap((one) => crosswalkOf(one.id))
const count = (standard: string) => edges.filter((edge) => edge.standard === standard).length
const corroborated = (standard: string) =>
  edges.filter((edge) => edge.standard === standard && edge.label === 'corroborated').length

describe('crosswalk', () => {
  test('808 edges to six control frameworks and 160 to CISA and the tenets', () => {
    expect(STANDARDS.map(count)).toEqual([89, 71, 239, 115, 81, 145, 92, 136])
  })

  test('553 edges are corroborated; every other one, and every CISA and tenet edge, is judgement', () => {
    expect(STANDARDS.map(corroborated)).toEqual([0, 0, 122, 103, 51, 124, 66, 87])
    expect(edges.filter((edge) => edge.label === 'judgement')).toHaveLength(808 + 160 - 553)
    expect(edges.filter((edge) => edge.review !== null)).toEqual([])
  })

  test('a review outranks corroboration', () => {
    expect(edgeLabel({ by: 'A. Reviewer', on: '2026-12-01' }, ['prowler'])).toBe('reviewed')
    expect(edgeLabel(null, ['prowler'])).toBe('corroborated')
    expect(edgeLabel(null, [])).toBe('judgement')
  })

  test('a capability touches all eight standards and names no requirement twice', () => {
    for (const { id } of capabilities) {
      const own = crosswalkOf(id).map((edge) => `${edge.standard} ${edge.id}`)
      expect(new Set(own).size).toBe(own.length)
      expect(new Set(crosswalkOf(id).map((edge) => edge.standard)).size).toBe(STANDARDS.length)
    }
  })

  test('every source of corroboration is explained in the provenance', () => {
    const sources = new Set(edges.flatMap((edge) => edge.corroboratedBy))
    expect(sources.size).toBe(6)
    for (const source of sources) expect(provenance.verification.edges).toContain(source)
  })

  test('eight capabilities carry a caveat', () => {
    expect(capabilities.filter((one) => crosswalkCaveat(one.id) !== null)).toHaveLength(8)
    expect(crosswalkCaveat('POL-07')).toBe('PCI 12.4.2 applies to service providers only.')
  })
})

describe('references', () => {
  test('titles are shown only for works of the United States government, and there for every edge', () => {
    const titled = ['nist_800_207_tenets', 'nist_800_53_r5']
    expect(edges.filter((edge) => (edge.title !== null) !== titled.includes(edge.standard))).toEqual([])
    expect(standards.filter((one) => one.wording === 'ids-only').map((one) => one.id)).toEqual(STANDARDS.slice(3))
  })

  test('no title is left over without an edge', () => {
    const used = new Set(edges.map((edge) => edge.id))
    expect(Object.keys(references.nist80053Titles).filter((id) => !used.has(id))).toEqual([])
    expect(Object.keys(references.nist800207Tenets)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(Object.keys(references.nist800207Tenets).filter((id) => !used.has(id))).toEqual([])
  })

  test('every CISA function is covered but the two named as not covered, and no edge invents one', () => {
    const known = Object.entries(references.cisaFunctions).flatMap(([pillar, own]) =>
      [...own, ...references.cisaCrossCutting].map((name) => `${pillar} / ${name}`),
    )
    const used = new Set(edges.filter((edge) => edge.standard === 'cisa_ztmm_2_0').map((edge) => edge.id))
    expect([...used].filter((id) => !known.includes(id))).toEqual([])
    expect(known.filter((id) => !used.has(id))).toEqual(
      references.cisaNotCovered.map((one) => `${one.pillar} / ${one.function}`),
    )
  })

  test('the eight standards are named once each, with the note that nobody endorses the mapping', () => {
    expect(standards.map((one) => one.id)).toEqual([...STANDARDS])
    expect(MAPPING_NOTE).toContain('No standards body endorses')
  })
})
