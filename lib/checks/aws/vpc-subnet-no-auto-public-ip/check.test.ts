import { describe, expect, test } from 'vitest'
import { REGION, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { vpcSubnetNoAutoPublicIp as check } from './check'

const subnet = (id: string, mapPublicIpOnLaunch: boolean | null) =>
  resourceOf('aws.ec2.subnet', id, { vpcId: 'vpc-1', mapPublicIpOnLaunch }, { region: REGION })

describe('automatic public addresses', () => {
  test('passes when no subnet gives them', () => {
    expect(judged(check, [subnet('subnet-1', false)]).verdict).toBe('pass')
  })

  test('fails and names the subnet that does', () => {
    const { failing } = judged(check, [subnet('subnet-1', false), subnet('subnet-2', true)])
    expect(failing).toMatchObject([{ subject: { id: 'subnet-2' }, detail: { vpcId: 'vpc-1' } }])
  })

  test('does not apply where there is no subnet', () => {
    expect(judged(check, []).verdict).toBe('not_applicable')
  })

  test('is unknown when a region refused or the reply lacks the field', () => {
    const gaps = [{ operation: 'ec2:DescribeSubnets', region: REGION }]
    expect(judged(check, [], { gaps }).verdict).toBe('unknown')
    expect(judged(check, [subnet('subnet-1', null)])).toMatchObject({
      verdict: 'unknown',
      undecided: [{ cause: 'unsupported' }],
    })
  })
})
