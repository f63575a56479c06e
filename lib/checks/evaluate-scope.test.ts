import { describe, expect, test } from 'vitest'
import { rule, securityGroup } from '@/lib/testing/aws-network'
import { scopeOf } from '@/lib/testing/facts-of'
import { NOW } from '@/lib/testing/judged'
import { ec2SgNoIngressAdminPorts } from './aws/ec2-sg-no-ingress-admin-ports/check'
import { ec2SgReferenceRatio } from './aws/ec2-sg-reference-ratio/check'
import { evaluateScope } from './evaluate-scope'

const checks = [ec2SgReferenceRatio, ec2SgNoIngressAdminPorts]
const half = securityGroup('half', [rule({ groups: ['sg-1'] }), rule({ cidrs: ['10.0.0.0/8'] })])
const facts = scopeOf({ resources: [half], checks })

describe('checks over one scope', () => {
  test('come back in their order, each with its own verdict', () => {
    const found = evaluateScope(checks, facts, { now: NOW })
    expect(found.map(({ check, evaluation }) => [check.id, evaluation.verdict])).toEqual([
      ['aws_ec2_sg_reference_ratio', 'fail'],
      ['aws_ec2_sg_no_ingress_admin_ports', 'pass'],
    ])
  })

  test('a share an organization set is used for that check alone', () => {
    const thresholds = new Map([[ec2SgReferenceRatio.id, 0.5]])
    expect(evaluateScope(checks, facts, { now: NOW, thresholds })[0]?.evaluation.verdict).toBe('pass')
    expect(
      evaluateScope(checks, facts, { now: NOW, thresholds: new Map([['other', 0.1]]) })[0]?.evaluation.verdict,
    ).toBe('fail')
  })

  test('one that stops at what it finds is unknown with the reason, and the others go on', () => {
    const stopping = {
      ...ec2SgReferenceRatio,
      evaluate: () => {
        throw new TypeError('no statement')
      },
    }
    const [first, second] = evaluateScope([stopping, ec2SgNoIngressAdminPorts], facts, { now: NOW })
    expect(first?.evaluation).toMatchObject({ verdict: 'unknown', gaps: [{ cause: 'unsupported' }] })
    expect(second?.evaluation.verdict).toBe('pass')
  })
})
