import { describe, expect, test } from 'vitest'
import { rule, securityGroup } from '@/lib/testing/aws-network'
import { REGION } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { ec2SgDefaultRestrictsAll as check } from './check'

const empty = securityGroup('default', [], { isDefault: true })

describe('default security groups', () => {
  test('passes when they have no rule, whatever the others have', () => {
    expect(judged(check, [empty, securityGroup('web', [rule()])])).toMatchObject({ verdict: 'pass', denominator: 1 })
  })

  test('fails for a rule in or out, and names the VPC', () => {
    const inward = securityGroup('default', [rule({ groups: ['sg-1'] })], { isDefault: true, vpcId: 'vpc-2' })
    const outward = securityGroup('default', [], { isDefault: true, egress: [rule({ cidrs: ['0.0.0.0/0'] })] })
    const { failing } = judged(check, [empty, inward, outward])
    expect(failing.map(({ detail }) => detail)).toEqual([
      { ingress: 1, egress: 0 },
      { ingress: 0, egress: 1 },
    ])
    expect(failing[0]?.message).toContain('vpc-2')
  })

  test('does not apply where no group is a default one', () => {
    expect(judged(check, [securityGroup('web', [rule()])]).verdict).toBe('not_applicable')
  })

  test('is unknown when a region refused', () => {
    const gaps = [{ operation: 'ec2:DescribeSecurityGroups', region: REGION }]
    expect(judged(check, [empty], { gaps }).verdict).toBe('unknown')
  })
})
