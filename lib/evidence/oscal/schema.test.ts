import { beforeAll, describe, expect, test } from 'vitest'
import { derivedId } from '@/lib/kernel/id'
import { OSCAL_MODELS } from '@/lib/model/oscal-export'
import { hasOscalSchema, oscalSample, oscalSchemaFaults } from '@/lib/testing/oscal-schema'
import { oscalTexts, scopePoamText } from '@/lib/testing/oscal-written'
import { walkOscal } from './walk-oscal'

let texts: Record<string, string>

beforeAll(async () => {
  texts = await oscalTexts()
})

/** A document of ours in which one place says something else; `undefined` takes it away. */
function mutated(model: string, path: string, value: unknown): object {
  const document = JSON.parse(texts[model] ?? '') as object
  const keys = path.split('/')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<object>((at, key) => Reflect.get(at, key) as object, document)
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value)
  return document
}

const AR = 'assessment-results'
const FINDING = `${AR}/results/0/findings/1`
const PROP = `${AR}/results/0/props/0`
const PLAN = 'plan-of-action-and-milestones'
const elsewhere = derivedId('nowhere')
const CONTROL = `${AR}/results/0/reviewed-controls/control-selections/0/include-controls/0/control-id`

/** What is wrong, where, and whether NIST's schema sees it or the walk has to. */
const MUTATIONS: [string, string, string, unknown, 'schema' | 'walk'][] = [
  ['a uuid that is none', AR, `${AR}/uuid`, 'x', 'schema'],
  ['a uuid of version 1', AR, `${AR}/uuid`, '6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'schema'],
  ['a uuid of version 7', AR, `${AR}/uuid`, '0192f0c1-2b3c-7def-8123-456789abcdef', 'schema'],
  ['an instant without zone', AR, `${AR}/metadata/last-modified`, '2026-03-01T00:00:00', 'schema'],
  ['an empty list', AR, `${AR}/results`, [], 'schema'],
  ['null', AR, `${AR}/metadata/title`, null, 'schema'],
  ['a key that OSCAL has not', AR, `${AR}/metadata/colour`, 'red', 'schema'],
  ['no version', AR, `${AR}/metadata/version`, undefined, 'schema'],
  ['a property’s name with a blank', AR, `${PROP}/name`, 'as of', 'schema'],
  ['a property’s value that is a number', AR, `${PROP}/value`, 3, 'schema'],
  ['a property’s value that is empty', AR, `${PROP}/value`, '', 'schema'],
  ['a property’s value with outer blanks', AR, `${PROP}/value`, ' x ', 'schema'],
  ['another version of OSCAL', AR, `${AR}/metadata/oscal-version`, '9.9.9', 'walk'],
  ['a uuid in upper case', AR, `${AR}/uuid`, elsewhere.toUpperCase(), 'walk'],
  ['an empty plan of action', 'poam', `${PLAN}/poam-items`, [], 'schema'],
  ['a target of another type', AR, `${FINDING}/target/type`, 'control-id', 'schema'],
  ['a state between satisfied and not', AR, `${FINDING}/target/status/state`, 'partially-satisfied', 'schema'],
  ['a control as its standard writes it', AR, CONTROL, 'AC-2(1)', 'schema'],
  ['a control in upper case', AR, CONTROL, 'IAM-02', 'walk'],
  ['a control that the catalog has not', AR, CONTROL, 'ac-2', 'walk'],
  ['a risk that is nowhere', AR, `${FINDING}/related-risks/0/risk-uuid`, elsewhere, 'walk'],
  ['an observation that is nowhere', AR, `${FINDING}/related-observations/0/observation-uuid`, elsewhere, 'walk'],
  ['a plan that is nowhere', AR, `${AR}/import-ap/href`, `#${elsewhere}`, 'walk'],
  ['no plan', AR, `${AR}/import-ap`, undefined, 'schema'],
  ['a relationship that OSCAL has not', 'mapping', 'mapping-collection/mappings/0/maps/0/relationship', 'like', 'walk'],
  [
    'a source that is nowhere',
    'mapping',
    'mapping-collection/mappings/0/source-resource/href',
    `#${elsewhere}`,
    'walk',
  ],
  ['a party that is nowhere', AR, `${AR}/metadata/parties/0/uuid`, elsewhere, 'walk'],
]

if (hasOscalSchema) {
  describe('the schema of NIST', () => {
    test.each(OSCAL_MODELS)('takes our %s', (model) => {
      expect(oscalSchemaFaults(JSON.parse(texts[model] ?? ''))).toEqual([])
    })

    test('takes the gaps of a scope, told twice, each with an id of its own', () => {
      const document = JSON.parse(scopePoamText()) as object
      expect(oscalSchemaFaults(document)).toEqual([])
      expect(walkOscal(document)).toEqual([])
    })

    test.each(['ar', 'poam', 'mc'] as const)('takes the sample %s', (name) => {
      expect(oscalSchemaFaults(oscalSample(name))).toEqual([])
    })

    test.each(MUTATIONS)('or the walk refuses %s', (_, model, path, value, by) => {
      const document = mutated(model, path, value)
      const refused = { schema: oscalSchemaFaults(document).length > 0, walk: walkOscal(document).length > 0 }
      expect(refused[by]).toBe(true)
      if (by === 'walk') expect(refused.schema).toBe(false)
    })
  })
} else {
  test('is not here: put the schemas of OSCAL under ../shared/schemas/oscal to have documents judged by them', () => {
    expect(hasOscalSchema).toBe(false)
  })
}
