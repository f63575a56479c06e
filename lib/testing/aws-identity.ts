import type { AwsIamFacts } from '@/lib/model/facts/aws-iam'
import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'
import type { ResourceOf } from '@/lib/model/facts/fact-types'
import { ACCOUNT, resourceOf } from './facts-of'

const arn = (path: string) => `arn:aws:iam::${ACCOUNT}:${path}`

type Facts<Type extends keyof AwsIamFacts> = Partial<AwsIamFacts[Type]>
type Key = AwsIamFacts['aws.iam.credential']['keys'][number]

/** An access key of the credential report: active, made and last used on 1 November 2026 unless told otherwise. */
export const accessKey = (told: Partial<Key> = {}): Key => ({
  active: true,
  lastRotatedAt: '2026-11-01T00:00:00Z',
  lastUsedAt: '2026-11-01T00:00:00Z',
  ...told,
})

/** A row of the credential report: a user without console and keys unless told otherwise. */
export const credential = (name: string, told: Facts<'aws.iam.credential'> = {}) =>
  resourceOf(
    'aws.iam.credential',
    arn(told.root ? 'root' : `user/${name}`),
    { root: false, passwordEnabled: false, passwordLastUsedAt: null, mfaActive: false, keys: [], ...told },
    { name },
  )

export const user = (name: string, told: Facts<'aws.iam.user'> = {}) =>
  resourceOf(
    'aws.iam.user',
    arn(`user/${name}`),
    { attachedPolicies: [], inlinePolicies: [], groups: [], ...told },
    { name },
  )

export const role = (name: string, told: Facts<'aws.iam.role'> = {}) =>
  resourceOf(
    'aws.iam.role',
    arn(`role/${name}`),
    { path: '/', serviceLinked: false, trust: null, attachedPolicies: [], inlinePolicies: [], ...told },
    { name },
  )

/** A managed policy of the customer that is attached once, with these statements. */
export const policy = (name: string, document: PolicyDocument | null, told: Facts<'aws.iam.policy'> = {}) =>
  resourceOf(
    'aws.iam.policy',
    arn(`policy/${name}`),
    { awsManaged: false, attachments: 1, document, ...told },
    { name },
  )

/** A document that allows something on something, by one statement. */
export const allowing = (
  Action: string | string[],
  Resource: string | string[] = '*',
  more: Partial<PolicyStatement> = {},
): PolicyDocument => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource, ...more }] })

/** A role that lets somebody in, on some conditions. */
export const trusting = (
  name: string,
  Principal: NonNullable<PolicyStatement['Principal']>,
  Condition?: PolicyStatement['Condition'],
): ResourceOf<'aws.iam.role'> => {
  const statement: PolicyStatement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }
  return role(name, { trust: { Statement: Condition ? { ...statement, Condition } : statement } })
}
