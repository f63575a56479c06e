import { describe, expect, test } from 'vitest'
import type { Coverage } from '@/lib/model/coverage'
import { scopeFacts } from './scope-facts'
import { failuresOf, gapsOf } from './unit-coverage'

const LIST = 'ec2:DescribeVpcs'
const read = (operation = LIST): Coverage => ({ operation, pages: 1, items: 3, error: null })
const refused = (items?: number): Coverage => ({
  ...read(),
  error: { cause: 'denied', code: 'AccessDenied', message: 'refused', ...(items === undefined ? {} : { items }) },
})
const unit = (region: string | null, coverage: readonly Coverage[], service = 'ec2') => ({
  account: '111122223333',
  region,
  service,
  coverage,
})

describe('what was not read', () => {
  test('an operation that answered everywhere has no gap', () => {
    expect(gapsOf([unit('eu-west-1', [read()]), unit('us-east-1', [read()])], [LIST])).toEqual([])
  })

  test('a refusal is a gap of its region, with the code and the sentence of the source', () => {
    expect(gapsOf([unit('eu-west-1', [read()]), unit('us-east-1', [refused()])], [LIST])).toEqual([
      { cause: 'denied', operation: LIST, region: 'us-east-1', detail: 'AccessDenied: refused' },
    ])
  })

  test('an operation nobody asked was not collected anywhere', () => {
    expect(gapsOf([unit('eu-west-1', [read('ec2:Other')])], [LIST])).toMatchObject([
      { cause: 'not_collected', region: null },
    ])
    expect(gapsOf([], [LIST])).toHaveLength(1)
  })

  test('a unit that died before it asked was not collected, other services have no say', () => {
    const units = [unit('eu-west-1', [read()]), unit('us-east-1', []), unit('us-east-1', [], 'rds')]
    expect(gapsOf(units, [LIST])).toMatchObject([{ cause: 'not_collected', region: 'us-east-1' }])
  })

  test('errors of single items are failures, not gaps of the population', () => {
    const units = [unit('eu-west-1', [refused(2)])]
    expect(gapsOf(units, [LIST])).toEqual([])
    expect(failuresOf(units, [LIST])).toMatchObject([{ cause: 'denied', region: 'eu-west-1' }])
    expect(failuresOf(units, ['ec2:Other'])).toEqual([])
  })

  test('facts are sorted by type in the order they come, regions named once', () => {
    const group = { type: 'aws.iam.group', id: 'g', name: 'g', account: '1', region: null } as const
    const resources = ['a', 'b'].map((id) => ({ ...group, id, facts: { attachedPolicies: [], inlinePolicies: [] } }))
    const facts = scopeFacts('1', [unit('eu-west-1', []), unit('eu-west-1', [], 'rds'), unit(null, [])], resources)
    expect(facts.of('aws.iam.group').map(({ id }) => id)).toEqual(['a', 'b'])
    expect(facts.of('aws.iam.user')).toEqual([])
    expect(facts.regions).toEqual(['eu-west-1', null])
  })
})
