import { describe, expect, test } from 'vitest'
import { rule, securityGroup } from '@/lib/testing/aws-network'
import { REGION } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { ec2SgNoIngressAdminPorts as check } from './check'

const from = (port: number, ...cidrs: string[]) => rule({ fromPort: port, toPort: port, cidrs })

describe('SSH and RDP from the internet', () => {
  test('passes when they are closed or open to named sources', () => {
    const bastion = securityGroup('bastion', [from(22, '192.0.2.0/24'), from(443, '0.0.0.0/0')])
    const games = securityGroup('games', [rule({ protocol: 'udp', fromPort: 0, toPort: 65535, cidrs: ['0.0.0.0/0'] })])
    expect(judged(check, [bastion, games])).toMatchObject({ verdict: 'pass', denominator: 2 })
  })

  test.each([
    ['22', from(22, '0.0.0.0/0')],
    ['3389', from(3389, '::/0')],
    ['22', rule({ fromPort: 20, toPort: 30, cidrs: ['0.0.0.0/0'] })],
    ['22 and 3389', rule({ protocol: '-1', fromPort: null, toPort: null, cidrs: ['0.0.0.0/0'] })],
    ['22 and 3389', rule({ protocol: '6', fromPort: null, toPort: null, cidrs: ['0.0.0.0/0'] })],
  ])('fails for port %s', (ports, offending) => {
    expect(judged(check, [securityGroup('open', [offending])]).failing[0]?.message).toContain(`opens port ${ports} to`)
  })

  test('does not apply where there is no security group', () => {
    expect(judged(check, []).verdict).toBe('not_applicable')
  })

  test('is unknown when a region refused', () => {
    const gaps = [{ operation: 'ec2:DescribeSecurityGroups', region: REGION }]
    expect(judged(check, [securityGroup('web')], { gaps }).verdict).toBe('unknown')
  })
})
