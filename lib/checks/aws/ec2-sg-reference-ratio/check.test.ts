import { describe, expect, test } from 'vitest'
import { rule, securityGroup } from '@/lib/testing/aws-network'
import { REGION } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { ec2SgReferenceRatio as check } from './check'

const inside = securityGroup('inside', [rule({ groups: ['sg-1', 'sg-2'] }), rule({ groups: ['sg-3', 'sg-4'] })])
const web = securityGroup('web', [rule({ cidrs: ['10.0.0.0/8'] })])
const lists = securityGroup('lists', [rule({ prefixLists: ['pl-1'], groups: ['sg-1'] })])

describe('share of rules that name a group', () => {
  test('passes at 80 %, one rule for each source, the group with ranges still named', () => {
    const found = judged(check, [inside, web])
    expect(found).toMatchObject({ verdict: 'pass', numerator: 4, denominator: 5 })
    expect(found.failing).toMatchObject([{ subject: { name: 'web' }, detail: { groups: 0, ranges: 1 } }])
  })

  test('fails below it, prefix lists being ranges, and by the share an organization set', () => {
    expect(judged(check, [inside, web, lists])).toMatchObject({ verdict: 'fail', numerator: 5, denominator: 7 })
    expect(judged(check, [inside, web, lists], { threshold: 0.7 }).verdict).toBe('pass')
  })

  test('does not apply where no group lets anything in', () => {
    expect(judged(check, [securityGroup('closed', [], { egress: [rule({ cidrs: ['0.0.0.0/0'] })] })]).verdict).toBe(
      'not_applicable',
    )
  })

  test('is unknown when a region refused, for its rules could turn the share', () => {
    const gaps = [{ operation: 'ec2:DescribeSecurityGroups', region: REGION }]
    expect(judged(check, [web], { gaps }).verdict).toBe('unknown')
  })
})
