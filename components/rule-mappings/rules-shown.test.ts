import { expect, test } from 'vitest'
import type { RuleSeen } from '@/lib/model/rule-mapping'
import { productsOf, RULES_A_PAGE, rulesShown } from './rules-shown'

const rule = (name: string, capabilities: string, product = 'Prowler'): RuleSeen => ({
  product,
  rule: name,
  title: `Title of ${name}`,
  findings: 2,
  open: 1,
  capabilities,
  ownCapability: null,
  updatedBy: null,
})
const rules = [rule('b_rule', ''), rule('a_rule', 'IAM-01'), rule('CKV_1', 'POL-05', 'checkov')]
const names = (shown: { items: readonly RuleSeen[] }) => shown.items.map((one) => one.rule)

test('unmapped, product and search narrow the table, together too', () => {
  expect(names(rulesShown(rules, {}, 0))).toEqual(['b_rule', 'a_rule', 'CKV_1'])
  expect(names(rulesShown(rules, { mapped: 'no' }, 0))).toEqual(['b_rule'])
  expect(names(rulesShown(rules, { mapped: 'yes', product: 'Prowler' }, 0))).toEqual(['a_rule'])
  expect(names(rulesShown(rules, { search: 'ckv' }, 0))).toEqual(['CKV_1'])
  expect(names(rulesShown(rules, { search: 'title of A' }, 0))).toEqual(['a_rule'])
})

test('pages follow each other without a gap, and the last says that it is', () => {
  const many = Array.from({ length: RULES_A_PAGE + 1 }, (_, at) => rule(`rule_${at}`, ''))
  const first = rulesShown(many, {}, 0)
  expect([first.items.length, first.matching, first.next]).toEqual([RULES_A_PAGE, RULES_A_PAGE + 1, RULES_A_PAGE])
  expect(rulesShown(many, {}, RULES_A_PAGE)).toMatchObject({ items: [{ rule: `rule_${RULES_A_PAGE}` }], next: null })
})

test('products are named once each', () => {
  expect(productsOf(rules)).toEqual(['checkov', 'Prowler'])
})
