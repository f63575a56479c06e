import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { STAGES } from '@/lib/model/stage'
import { automatedChecksOf } from './automated-checks'
import { capabilitiesOf } from './capabilities'
import references from './catalogue/0.1/references.json'
import { crosswalkCaveat, crosswalkOf } from './crosswalk'
import { guidanceOf } from './guidance'
import { layers } from './layers'
import { practiceIndex } from './practices'
import { provenance } from './provenance'
import type { StandardId } from './standards'

const SOURCE = new URL('../../../shared/framework/framework.yaml', import.meta.url)

/** Known once at release; the source lies outside the repository. */
const SOURCE_SHA256 = '23f257a5ef854e460817265e09cb6df15f9fbbf74cc63c28d65d5eec528f935a'

/** The catalogue, put back into the words of its source. */
function asSource() {
  return {
    schema: provenance.schema,
    title: provenance.title,
    generated: provenance.generated,
    stages: STAGES.map((key, score) => ({ key, score })),
    scoring_note: provenance.scoringNote,
    verification: provenance.verification,
    relationship_note: provenance.relationshipNote,
    licensing_note: provenance.licensingNote,
    cisa_functions_not_covered: references.cisaNotCovered,
    practice_index: Object.fromEntries(practiceIndex),
    cisa_functions: { pillars: references.cisaFunctions, cross_cutting: references.cisaCrossCutting },
    nist_800_207_tenets: references.nist800207Tenets,
    layers: layers.map(({ id, order, name }) => ({
      id,
      order,
      name,
      capabilities: capabilitiesOf(id).map((one) => capabilityAsSource(one.id, one.name, one.weight)),
    })),
  }
}

function capabilityAsSource(id: string, name: string, weight: number) {
  const { intent, practices, stages, weightRationale, evidence } = guidanceOf(id)
  const caveat = crosswalkCaveat(id)
  return {
    id,
    name,
    intent,
    practices,
    maturity: Object.fromEntries(STAGES.map((key, i) => [key, stages[i]])),
    ...(caveat === null ? {} : { crosswalk_caveat: caveat }),
    weight,
    weight_rationale: weightRationale,
    evidence,
    automated_checks: automatedChecksOf(id).map(({ provider, call, prowlerCheck, metric }) => ({
      provider,
      call,
      ...(prowlerCheck === null ? {} : { prowler_check: prowlerCheck }),
      metric,
    })),
    crosswalk: crosswalkAsSource(id),
  }
}

function crosswalkAsSource(id: string) {
  const own = (standard: StandardId) => crosswalkOf(id).filter((edge) => edge.standard === standard)
  const plain = (standard: StandardId) =>
    own(standard).map((edge) => ({ id: edge.id, corroborated_by: edge.corroboratedBy }))
  return {
    cisa_ztmm_2_0: own('cisa_ztmm_2_0').map((edge) => {
      const [pillar, name] = edge.id.split(' / ')
      return { pillar, function: name }
    }),
    nist_800_207_tenets: own('nist_800_207_tenets').map((edge) => Number(edge.id)),
    nist_800_53_r5: own('nist_800_53_r5').map((edge) => ({
      id: edge.id,
      title: titleAsSource(edge.id, edge.title),
      corroborated_by: edge.corroboratedBy,
    })),
    iso_27001_2022_annex_a: plain('iso_27001_2022_annex_a'),
    soc2_tsc_2017_rev2022: plain('soc2_tsc_2017_rev2022'),
    pci_dss_4_0: plain('pci_dss_4_0'),
    nist_csf_2_0: plain('nist_csf_2_0'),
    cis_controls_v8: plain('cis_controls_v8'),
  }
}

/** The source cuts titles after 90 characters; three were completed from the publication. */
const titleAsSource = (id: string, title: string | null): string | null =>
  provenance.completedTitles.includes(id) ? (title?.slice(0, 90) ?? null) : title

test('the catalogue names the digest of the source it was made from', () => {
  expect(provenance.sourceSha256).toBe(SOURCE_SHA256)
  expect(provenance.completedTitles).toEqual(['IA-2(1)', 'IA-2(2)', 'IA-2(8)'])
})

if (existsSync(SOURCE)) {
  test('the catalogue says exactly what its source says', () => {
    const text = readFileSync(SOURCE)
    expect(createHash('sha256').update(text).digest('hex')).toBe(SOURCE_SHA256)
    expect(asSource()).toEqual(parse(text.toString('utf8')))
  })
} else {
  test('the source is not beside this checkout: the catalogue still has everything the source had', () => {
    const whole = createHash('sha256').update(JSON.stringify(asSource())).digest('hex')
    expect(whole).toBe('307792cd9b694f7fa48e48d47dda66618bd0fbecede2eaf9e72c8b3acf6097b6')
  })
}
