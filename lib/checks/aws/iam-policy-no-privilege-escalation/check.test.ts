import { describe, expect, test } from 'vitest'
import { allowing, policy, role } from '@/lib/testing/aws-identity'
import { judged } from '@/lib/testing/judged'
import { iamPolicyNoPrivilegeEscalation as check } from './check'

const harmless = policy('reader', allowing(['s3:Get*', 'iam:List*']))

describe('policies by which one can escalate', () => {
  test('passes when none allows a known way', () => {
    const passing = policy(
      'pass-one',
      allowing(['iam:PassRole', 'ec2:RunInstances'], 'arn:aws:iam::111122223333:role/app'),
    )
    expect(judged(check, [harmless, passing])).toMatchObject({ verdict: 'pass', denominator: 2 })
  })

  test('fails with the actions that are enough together', () => {
    const { failing } = judged(check, [policy('launch', allowing(['iam:PassRole', 'ec2:RunInstances'])), harmless])
    expect(failing).toMatchObject([{ detail: { actions: ['iam:PassRole', 'ec2:RunInstances'] } }])
    expect(failing[0]?.message).toContain('Policy launch allows iam:PassRole with ec2:RunInstances')
  })

  test('fails for an inline policy of a role', () => {
    const inline = role('helpdesk', { inlinePolicies: [{ name: 'own', document: allowing('iam:CreateAccessKey') }] })
    expect(judged(check, [inline]).failing).toMatchObject([{ subject: { name: 'helpdesk' } }])
  })

  test('does not apply where only policies made by AWS are attached', () => {
    const aws = policy('AdministratorAccess', allowing('*'), { awsManaged: true })
    expect(judged(check, [aws, role('bare')]).verdict).toBe('not_applicable')
  })

  test('is unknown when the details were refused or lack a document', () => {
    expect(judged(check, [], { gaps: [{ operation: 'iam:GetAccountAuthorizationDetails' }] }).verdict).toBe('unknown')
    expect(judged(check, [policy('unread', null)]).verdict).toBe('unknown')
  })
})
