import { beforeAll, describe, expect, test } from 'vitest'
import { OSCAL_MODELS } from '@/lib/model/oscal-export'
import {
  assessedFacts,
  oscalOrganization,
  runFacts,
  runFindingPages,
  someCapabilities,
} from '@/lib/testing/oscal-facts'
import { catalogText, oscalTexts, resultPieces, sha256Of, wholeText } from '@/lib/testing/oscal-written'
import { assessmentPoam } from './assessment-poam'
import { OSCAL_ROOTS } from './oscal-object'
import { walkOscal } from './walk-oscal'

let texts: Record<string, string>
const parsed = (model: string) => JSON.parse(texts[model] ?? '') as object

beforeAll(async () => {
  texts = await oscalTexts()
})

describe.each(OSCAL_MODELS)('an OSCAL document of model %s', (model) => {
  test('names nothing that is not there', () => {
    expect(walkOscal(parsed(model))).toEqual([])
  })

  test('is the same, byte for byte, when it is written again', async () => {
    expect((await oscalTexts())[model]).toBe(texts[model])
  })

  test('has one root, with a uuid of version 5', () => {
    expect(Object.keys(parsed(model))).toEqual([OSCAL_ROOTS[model]])
    expect(texts[model]).toMatch(/"uuid":"[0-9a-f]{8}-[0-9a-f]{4}-5/)
  })
})

type Part = Record<string, unknown>
type Results = {
  uuid: string
  'import-ap': { href: string }
  results: { observations: Part[]; risks: Part[]; findings: Found[]; 'reviewed-controls': Part }[]
  'back-matter': { resources: { uuid: string; rlinks?: { href: string; hashes?: { value: string }[] }[] }[] }
}
type Found = Part & {
  uuid: string
  title: string
  target: { 'target-id': string; status: { state: string; reason: string } }
}

const resultsOf = (text: string) => (JSON.parse(text) as { 'assessment-results': Results })['assessment-results']
const statesOf = (findings: Found[]) =>
  new Map(findings.map(({ target }) => [target['target-id'], `${target.status.state} ${target.status.reason}`]))

describe('assessment results', () => {
  test('are satisfied at the target alone; what nobody assessed is not, and what does not apply is excluded', () => {
    const [assessed] = resultsOf(texts['assessment-results'] ?? '').results
    const states = statesOf(assessed?.findings ?? [])
    expect(states.get('iam-01_obj.advanced')).toBe('satisfied pass')
    expect(states.get('iam-02_obj.optimal')).toBe('not-satisfied fail')
    expect([...states.keys()].filter((one) => /^iam-0[34]/.test(one))).toEqual([])
    expect(states.get('iam-05_obj')).toBe('not-satisfied other')
    expect(JSON.stringify(assessed?.['reviewed-controls'])).toContain('"exclude-controls":[{"control-id":"iam-04"}]')
    expect(assessed?.risks).toHaveLength(1)
  })

  test('of a run call no stage satisfied that is not decided', () => {
    const [, run] = resultsOf(texts['assessment-results'] ?? '').results
    const states = new Set(statesOf(run?.findings ?? []).values())
    expect(states).toEqual(new Set(['satisfied pass', 'not-satisfied fail', 'not-satisfied other']))
  })

  test('import their plan by its digest, and evidence by that of its bytes; a link has none', () => {
    const { 'import-ap': plan, 'back-matter': back } = resultsOf(texts['assessment-results'] ?? '')
    const found = back.resources.find(({ uuid }) => plan.href === `#${uuid}`)
    expect(found?.rlinks?.[0]).toMatchObject({
      href: 'assessment-plan.json',
      hashes: [{ value: sha256Of(texts['assessment-plan'] ?? '') }],
    })
    const hashes = back.resources.flatMap(({ rlinks = [] }) =>
      rlinks.map(({ href, hashes }) => [href, hashes?.[0]?.value]),
    )
    expect(hashes).toContainEqual([expect.stringMatching(/^evidence\/IAM-02/), 'a'.repeat(64)])
    expect(hashes).toContainEqual(['https://wiki.example/mfa?x=1', undefined])
    expect(hashes).toContainEqual(['catalog.json', sha256Of(catalogText())])
  })

  test('change their uuid with their content, and the uuid of nothing that stayed', async () => {
    const before = resultsOf(texts['assessment-results'] ?? '')
    const after = resultsOf(await wholeText(resultPieces(assessedFacts(), runFacts({ findings: runFindingPages(6) }))))
    expect(after.uuid).not.toBe(before.uuid)
    const uuids = (one: Results) => one.results.flatMap(({ observations }) => observations.map(({ uuid }) => uuid))
    expect(uuids(after).slice(0, -1)).toEqual(uuids(before))
  })

  test('of some capabilities name no other', async () => {
    const only = { capabilities: someCapabilities }
    const text = await wholeText(resultPieces(assessedFacts(only), runFacts(only)))
    expect(text).toContain('iam-05')
    expect(text).not.toMatch(/"control-id":"(?!iam-0[1-5])/)
    expect(text).not.toMatch(/"target-id":"(?!iam-0[1-5])/)
    expect(walkOscal(JSON.parse(text))).toEqual([])
  })

  test('leave out a list that has nothing in it', async () => {
    const nothing = runFacts({ verdicts: [], findings: runFindingPages(0), run: { ...runFacts().run, snapshot: null } })
    const document = JSON.parse(await wholeText(resultPieces(assessedFacts(), nothing)))
    const [, run] = document['assessment-results'].results
    expect(Object.keys(run)).not.toContain('observations')
    expect(Object.keys(run)).not.toContain('risks')
    expect(walkOscal(document)).toEqual([])
  })
})

test('a plan of action without gaps is none', () => {
  const { assessment } = assessedFacts()
  const layers = assessment.maturity.layers.map((layer) => ({
    ...layer,
    capabilities: layer.capabilities.map((one) => ({ ...one, target: one.effective })),
  }))
  const facts = assessedFacts({ assessment: { ...assessment, maturity: { ...assessment.maturity, layers } } })
  expect(assessmentPoam(facts, oscalOrganization)).toBeNull()
})
