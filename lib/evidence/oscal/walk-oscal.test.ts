import { describe, expect, test } from 'vitest'
import { derivedId } from '@/lib/kernel/id'
import { walkOscal } from './walk-oscal'

const id = (name: string) => derivedId('walk-test', name)

const results = () => ({
  'assessment-results': {
    uuid: id('document'),
    metadata: { title: 'T', 'last-modified': '2026-01-01T00:00:00Z', version: '1', 'oscal-version': '1.2.2' },
    'import-ap': { href: `#${id('plan')}` },
    results: [
      {
        uuid: id('result'),
        start: '2026-01-01T00:00:00Z',
        'reviewed-controls': { 'control-selections': [{ 'include-controls': [{ 'control-id': 'iam-02' }] }] },
        observations: [{ uuid: id('observation'), props: [{ name: 'verdict', value: 'fail' }] }],
        risks: [{ uuid: id('risk'), status: 'open' }],
        findings: [
          {
            uuid: id('finding'),
            target: { type: 'objective-id', 'target-id': 'iam-02_obj.initial' },
            'related-observations': [{ 'observation-uuid': id('observation') }],
            'related-risks': [{ 'risk-uuid': id('risk') }],
          },
        ],
      },
    ],
    'back-matter': { resources: [{ uuid: id('plan'), rlinks: [{ href: 'assessment-plan.json' }] }] },
  },
})

/** The good document with one value in the place of another. */
function changed(path: string, value: unknown): object {
  const document: object = results()
  const keys = path.split('/')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<object>((at, key) => Reflect.get(at, key) as object, Reflect.get(document, ROOT) as object)
  Reflect.set(holder, last, value)
  return document
}

const ROOT = 'assessment-results'
const CONTROL = 'results/0/reviewed-controls/control-selections/0/include-controls/0/control-id'
const RISK = 'results/0/findings/0/related-risks/0/risk-uuid'

const WRONG: [string, string, unknown, string][] = [
  ['a risk that is nowhere', RISK, id('x'), 'nowhere'],
  ['an observation that is nowhere', 'results/0/observations/0/uuid', id('x'), 'nowhere'],
  ['a plan that is nowhere', 'import-ap/href', `#${id('x')}`, 'nowhere'],
  ['a plan by a bare address', 'import-ap/href', 'assessment-plan.json', 'no resource'],
  ['a uuid in upper case', 'results/0/risks/0/uuid', id('risk').toUpperCase(), 'lower case'],
  ['a reference in upper case', RISK, id('risk').toUpperCase(), 'lower case'],
  ['a uuid that is none', 'uuid', 'not-a-uuid', 'not a UUID'],
  ['a uuid of version 7', 'uuid', '0192f0c1-2b3c-7def-8123-456789abcdef', 'version 4 or 5'],
  ['two of the same uuid', 'results/0/uuid', id('document'), 'twice'],
  ['another version', 'metadata/oscal-version', '9.9.9', 'not 1.2.2'],
  ['a control in upper case', 'results/0/findings/0/target/target-id', 'IAM-02_obj', 'though it has iam-02_obj'],
  ['a control that the catalog has not', CONTROL, 'iam-99', 'no iam-99'],
  ['an instant of a zone', 'results/0/start', '2026-01-01T00:00:00+02:00', 'UTC'],
  ['an empty list', 'results/0/risks', [], 'empty list'],
  ['null', 'results/0/remarks', null, 'holds nothing'],
  ['empty text', 'results/0/title', '', 'empty text'],
  ['a property with outer blanks', 'results/0/observations/0/props/0/value', ' x', 'outer blanks'],
]

describe('a walk over a document', () => {
  test('finds nothing in a good one', () => {
    expect(walkOscal(results())).toEqual([])
  })

  test.each(WRONG)('finds %s', (_, path, value, reason) => {
    const faults = walkOscal(changed(path, value))
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.map((one) => one.reason).join('; ')).toContain(reason)
  })

  test('says where', () => {
    const [fault] = walkOscal(changed(RISK, id('x')))
    expect(fault?.path).toBe(`${ROOT}/${RISK}`)
  })

  test('refuses a relationship that OSCAL does not have', () => {
    const mapping = (relationship: string) => ({
      'mapping-collection': { mappings: [{ maps: [{ relationship, sources: [{ 'id-ref': 'iam-02' }] }] }] },
    })
    expect(walkOscal(mapping('intersects-with'))).toEqual([])
    expect(walkOscal(mapping('overlaps'))).toHaveLength(1)
  })

  test('holds at most a hundred faults, however many there are', () => {
    const document = { x: Array.from({ length: 500 }, () => ({ uuid: 'none' })) }
    expect(walkOscal(document)).toHaveLength(100)
  })
})
