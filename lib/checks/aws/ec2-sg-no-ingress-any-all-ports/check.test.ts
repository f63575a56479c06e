import { describe, expect, test } from 'vitest'
import { rule, securityGroup } from '@/lib/testing/aws-network'
import { REGION } from '@/lib/testing/facts-of'
import { judged } from '@/lib/testing/judged'
import { ec2SgNoIngressAnyAllPorts as check } from './check'

const ALL = { protocol: '-1', fromPort: null, toPort: null }
const web = securityGroup('web', [rule({ cidrs: ['0.0.0.0/0'] })])

describe('security groups open on all ports', () => {
  test('passes for named ports, and for all ports from a named source', () => {
    const inside = securityGroup('inside', [
      rule({ ...ALL, cidrs: ['10.0.0.0/8'] }),
      rule({ ...ALL, groups: ['sg-1'] }),
    ])
    const ping = securityGroup('ping', [rule({ protocol: 'icmp', fromPort: -1, toPort: -1, cidrs: ['0.0.0.0/0'] })])
    expect(judged(check, [web, inside, ping])).toMatchObject({ verdict: 'pass', denominator: 3 })
  })

  test.each([
    ['every protocol', rule({ ...ALL, cidrs: ['10.0.0.0/8', '0.0.0.0/0'] })],
    ['IPv6', rule({ ...ALL, cidrs: ['::/0'] })],
    ['every port of TCP', rule({ fromPort: 0, toPort: 65535, cidrs: ['0.0.0.0/0'] })],
  ])('fails for %s, with the rule', (_, offending) => {
    const { failing } = judged(check, [web, securityGroup('open', [rule(), offending])])
    expect(failing).toMatchObject([{ subject: { name: 'open' }, detail: { rule: offending } }])
  })

  test('does not apply where there is no security group', () => {
    expect(judged(check, []).verdict).toBe('not_applicable')
  })

  test('is unknown when a region refused, unless another one shows a fail', () => {
    const gaps = [{ operation: 'ec2:DescribeSecurityGroups', region: REGION }]
    expect(judged(check, [web], { gaps }).verdict).toBe('unknown')
    expect(judged(check, [securityGroup('open', [rule({ ...ALL, cidrs: ['::/0'] })])], { gaps }).verdict).toBe('fail')
  })
})
