import { expect, test } from 'vitest'
import { calicoSelector } from './calico-selector'

const labels = { 'projectcalico.org/name': 'shop', env: 'prod' }

test.each([
  ['', true],
  ['all()', true],
  ['global()', false],
  ['has(env)', true],
  ['!has(env)', false],
  ["env == 'prod'", true],
  ['env=="test"', false],
  ["env != 'test'", true],
  ["zone != 'a'", true],
  ["env in {'prod', 'test'}", true],
  ["env not in {'prod'}", false],
  ["zone not in {'a'}", true],
  ["zone in {'a'}", false],
  ["env starts with 'pr' && env ends with 'od' && env contains 'ro'", true],
  ["env == 'test' || (has(zone) || has(env))", true],
  ["has(env) && !(env == 'prod')", false],
  [
    'has(projectcalico.org/name) && projectcalico.org/name not in {"kube-system", "calico-system", "calico-apiserver"}',
    true,
  ],
])('%s is %s', (selector, selected) => {
  expect(calicoSelector(selector)?.(labels)).toBe(selected)
})

test.each([
  "env = 'prod'",
  'env ==',
  "env == 'a' has(b)",
  '(all()',
  "env in ['a']",
  "env in {'a'",
  'env like "a"',
  '$',
])('%s is not read', (selector) => {
  expect(calicoSelector(selector)).toBeNull()
})
