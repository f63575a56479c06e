import { describe, expect, test } from 'vitest'
import { REGION, resourceOf } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { vpcPeeringLeastPrivilege as check } from './check'

const side = (vpcId: string, ...cidrs: string[]) => ({ account: '111122223333', vpcId, cidrs })
const peering = (status = 'active', accepter = side('vpc-2', '10.2.0.0/16', '10.9.0.0/16')) =>
  resourceOf(
    'aws.ec2.vpc-peering',
    'pcx-1',
    { status, requester: side('vpc-1', '10.1.0.0/16'), accepter },
    { region: REGION },
  )
const table = (vpcId: string, destination: string, state = 'active', peeringId: string | null = 'pcx-1') =>
  resourceOf(
    'aws.ec2.route-table',
    `rtb-${vpcId}`,
    { vpcId, routes: [{ destination, peeringId, state }] },
    { region: REGION },
  )

describe('routes over a peering', () => {
  test('passes when they cover a part of the other side, or there are none', () => {
    expect(judged(check, [peering(), table('vpc-1', '10.2.3.0/24'), table('vpc-2', '10.1.4.0/24')]).verdict).toBe(
      'pass',
    )
    expect(judged(check, [peering()]).verdict).toBe('pass')
  })

  test.each([
    ['a whole range of the accepter', table('vpc-1', '10.2.0.0/16'), '10.2.0.0/16'],
    ['a range of it that was added later', table('vpc-1', '10.9.0.0/16'), '10.9.0.0/16'],
    ['more than a whole range', table('vpc-1', '10.0.0.0/8'), '10.2.0.0/16'],
    ['the requester, seen from the accepter', table('vpc-2', '10.1.0.0/16'), '10.1.0.0/16'],
  ])('fails for %s', (_, one, peerCidr) => {
    const { verdict, failing } = judged(check, [peering(), one])
    expect(verdict).toBe('fail')
    expect(failing).toMatchObject([{ subject: { id: 'pcx-1' }, detail: { table: one.name, peerCidr } }])
  })

  test('names a peering once that both of its regions list', () => {
    const other = { ...peering(), region: 'us-east-1' }
    expect(judged(check, [peering(), other, table('vpc-1', '10.2.0.0/16')])).toMatchObject({ denominator: 1 })
  })

  test('looks past routes that lead elsewhere or nowhere', () => {
    const rest = [table('vpc-1', '10.2.0.0/16', 'blackhole'), table('vpc-3', '0.0.0.0/0', 'active', null)]
    expect(judged(check, [peering(), ...rest]).verdict).toBe('pass')
  })

  test('does not apply where no peering is active', () => {
    expect(judged(check, [peering('deleted'), table('vpc-1', '10.2.0.0/16')]).verdict).toBe('not_applicable')
  })

  test('is unknown when peerings or route tables were refused, or the other side shows no range', () => {
    for (const operation of check.operations)
      expect(judged(check, [peering()], { gaps: [{ operation, region: REGION }] }).verdict).toBe('unknown')
    expect(judged(check, [peering('active', side('vpc-2')), table('vpc-1', '10.2.0.0/16')]).verdict).toBe('unknown')
  })
})
