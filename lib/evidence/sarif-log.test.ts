import { describe, expect, test } from 'vitest'
import { type SarifResult, type SarifRule, sarifLog } from './sarif-log'

const rule: SarifRule = {
  id: 'a_check',
  title: 'Something is open',
  description: 'Nothing is open.',
  help: 'Close it.',
  severity: 'high',
  tags: ['NET-02'],
}
const result = (more: Partial<SarifResult> = {}): SarifResult => ({
  ruleId: 'a_check',
  kind: 'fail',
  severity: 'high',
  message: 'It is open.',
  resource: { id: 'module.m["a"].aws_x.y', type: 'terraform' },
  key: 'k1',
  ...more,
})
const resultsOf = (...results: SarifResult[]) => {
  const [run] = sarifLog({ series: 'payments/plan', rules: [rule], results }).runs
  return { results: run?.results ?? [], rules: run?.tool.driver.rules ?? [] }
}

describe('a SARIF 2.1.0 log', () => {
  test('says of each result which rule, how bad, what, where and that it is the same one next time', () => {
    expect(resultsOf(result()).results).toEqual([
      {
        ruleId: 'a_check',
        ruleIndex: 0,
        kind: 'fail',
        level: 'error',
        message: { text: 'It is open.' },
        locations: [
          {
            logicalLocations: [
              { name: 'module.m["a"].aws_x.y', fullyQualifiedName: 'module.m["a"].aws_x.y', kind: 'resource' },
            ],
          },
        ],
        partialFingerprints: { 'proofline/v1': 'k1' },
        properties: { resourceType: 'terraform', severity: 'high' },
      },
    ])
  })

  test.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'note'],
    ['info', 'note'],
  ] as const)('%s is %s', (severity, level) => {
    expect(resultsOf(result({ severity })).results[0]?.level).toBe(level)
  })

  test('what is open is no failure: its level is none (section 3.27.10)', () => {
    expect(resultsOf(result({ kind: 'open' })).results[0]).toMatchObject({ kind: 'open', level: 'none' })
  })

  test('every rule index resolves, also of rules nobody described', () => {
    const { results, rules } = resultsOf(result({ ruleId: 'CVE-1' }), result(), result({ ruleId: 'CVE-1', key: 'k2' }))
    expect(rules.map(({ id }) => id)).toEqual(['a_check', 'CVE-1'])
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId)
    expect(rules[1]).not.toHaveProperty('help')
  })

  test('an accepted risk is a suppression with its reason, not left out', () => {
    const [one] = resultsOf(result({ exception: 'until the migration' })).results
    expect(one?.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'until the migration' }])
  })

  test('is the same for the same input, and whole without results', () => {
    expect(JSON.stringify(sarifLog({ series: 's', rules: [rule], results: [result()] }))).toBe(
      JSON.stringify(sarifLog({ series: 's', rules: [rule], results: [result()] })),
    )
    expect(resultsOf().results).toEqual([])
  })
})
