import { describe, expect, test } from 'vitest'
import { resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { vpcFlowLogsEnabled as check } from './check'

const regions = ['eu-west-1', 'us-east-1']
const vpc = (id: string, region = 'eu-west-1') =>
  resourceOf(
    'aws.ec2.vpc',
    `arn:aws:ec2:${region}:111122223333:vpc/${id}`,
    { isDefault: false, cidrs: [] },
    { name: id, region },
  )
const log = (resourceId: string, status = 'ACTIVE') =>
  resourceOf('aws.ec2.flow-log', `fl-${resourceId}`, { resourceId, status, traffic: 'ALL' }, { region: 'eu-west-1' })

describe('flow logs of VPCs', () => {
  test('passes when each VPC has an active one', () => {
    expect(judged(check, [vpc('vpc-1'), vpc('vpc-2'), log('vpc-1'), log('vpc-2')])).toMatchObject({
      verdict: 'pass',
      numerator: 2,
    })
  })

  test('fails without one, for a subnet alone and for one that is not active', () => {
    const { failing } = judged(check, [vpc('vpc-1'), vpc('vpc-2'), log('subnet-1'), log('vpc-2', 'FAILED')])
    expect(failing.map(({ subject }) => subject.name)).toEqual(['vpc-1', 'vpc-2'])
  })

  test('does not apply where there is no VPC', () => {
    expect(judged(check, []).verdict).toBe('not_applicable')
  })

  test('is unknown where flow logs were refused, though not in the other region', () => {
    const gaps = [{ operation: 'ec2:DescribeFlowLogs', region: 'us-east-1' }]
    const unread = judged(check, [vpc('vpc-1'), log('vpc-1'), vpc('vpc-2', 'us-east-1')], { regions, gaps })
    expect(unread).toMatchObject({ verdict: 'unknown', numerator: 1, undecided: [{ cause: 'denied' }] })
    expect(judged(check, [vpc('vpc-1'), vpc('vpc-2', 'us-east-1')], { regions, gaps }).failing).toHaveLength(1)
  })

  test('is unknown when VPCs were refused', () => {
    const gaps = [{ operation: 'ec2:DescribeVpcs', region: 'us-east-1' }]
    expect(judged(check, [vpc('vpc-1'), log('vpc-1')], { regions, gaps }).verdict).toBe('unknown')
  })
})
