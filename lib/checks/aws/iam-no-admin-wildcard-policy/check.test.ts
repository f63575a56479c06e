import { describe, expect, test } from 'vitest'
import { allowing, policy, role, user } from '@/lib/testing/aws-identity'
import { judged } from '@/lib/testing/judged'
import { iamNoAdminWildcardPolicy as check } from './check'

const EVERYTHING = allowing('*')
const reader = policy('reader', allowing('s3:GetObject'))

describe('policies that allow everything', () => {
  test('passes when no attached or inline policy does', () => {
    const inline = role('deploy', { inlinePolicies: [{ name: 'own', document: allowing('ecs:*') }] })
    const limited = policy('limited', allowing('*', 'arn:aws:s3:::logs/*'))
    expect(judged(check, [reader, inline, limited])).toMatchObject({ verdict: 'pass', numerator: 3, denominator: 3 })
  })

  test('fails for attached ones, those AWS made among them, with only the statement that shows it', () => {
    const document = {
      Statement: [...[reader.facts.document?.Statement ?? []].flat(), ...[EVERYTHING.Statement].flat()],
    }
    const { failing } = judged(check, [
      policy('wide', document),
      policy('AdministratorAccess', EVERYTHING, { awsManaged: true }),
      reader,
    ])
    expect(failing.map(({ subject }) => subject.name)).toEqual(['wide', 'AdministratorAccess'])
    expect(failing[0]?.detail).toEqual({ policy: 'wide', statement: { Effect: 'Allow', Action: '*', Resource: '*' } })
  })

  test('fails for the user that has one inline', () => {
    const alice = user('alice', { inlinePolicies: [{ name: 'all', document: EVERYTHING }] })
    expect(judged(check, [alice]).failing).toMatchObject([
      { subject: { type: 'aws.iam.user' }, detail: { policy: 'all' } },
    ])
  })

  test('does not apply where nothing is attached', () => {
    expect(judged(check, [policy('spare', EVERYTHING, { attachments: 0 }), role('bare')]).verdict).toBe(
      'not_applicable',
    )
  })

  test('is unknown when the details were refused or lack a document', () => {
    expect(judged(check, [reader], { gaps: [{ operation: 'iam:GetAccountAuthorizationDetails' }] }).verdict).toBe(
      'unknown',
    )
    expect(judged(check, [reader, policy('unread', null)])).toMatchObject({ verdict: 'unknown', undecided: [{}] })
  })
})
