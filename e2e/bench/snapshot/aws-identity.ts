import type { PolicyDocument, PolicyStatement } from '@/lib/model/facts/aws-policy'
import { resourceOf } from '@/lib/testing/facts-of'
import type { Random } from '@/prisma/seed/random'
import type { Kind, Spot } from './kind'

const SERVICES = ['ec2', 'lambda', 'ecs-tasks', 'codebuild'].map((name) => `${name}.amazonaws.com`)
const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  'sqs:SendMessage',
  'dynamodb:GetItem',
  'logs:PutLogEvents',
  'kms:Decrypt',
]
const ISSUED = '2024-03-01T08:00:00.000Z'
const DAY_MS = 86_400_000

const arn = ({ account }: Spot, what: string) => `arn:aws:iam::${account}:${what}`
const before = (days: number) => new Date(Date.parse('2026-11-22T12:00:00.000Z') - days * DAY_MS).toISOString()

function statement({ account, random }: Spot): PolicyStatement {
  if (random.chance(0.01)) return { Effect: 'Allow', Action: '*', Resource: '*' }
  if (random.chance(0.03)) return { Effect: 'Allow', Action: ['iam:PassRole', 'lambda:*'], Resource: '*' }
  const from = random.int(0, 3)
  const Resource = ['orders', 'invoices'].map((name) => `arn:aws:s3:::${name}-${account}-${random.int(1, 99)}/*`)
  return { Sid: `Statement${from}`, Effect: 'Allow', Action: ACTIONS.slice(from, from + 3), Resource }
}

const documentAt = (spot: Spot): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: Array.from({ length: spot.random.int(1, 4) }, () => statement(spot)),
})

const trustOf = (random: Random): PolicyStatement =>
  random.chance(0.9)
    ? {
        Effect: 'Allow',
        Principal: { Service: random.weighted(SERVICES.map((one) => [one, 1] as const)) },
        Action: 'sts:AssumeRole',
      }
    : {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::999988887777:root' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'a1b2c3d4' } },
      }

const global = ({ account }: Spot, name: string) => ({ account, name })

const inlinePolicies = (spot: Spot) => (spot.random.chance(0.4) ? [{ name: 'inline', document: documentAt(spot) }] : [])

const key = (random: Random) => ({
  active: random.chance(0.7),
  lastRotatedAt: before(random.int(1, 400)),
  lastUsedAt: random.chance(0.8) ? before(random.int(0, 120)) : null,
})

export const IDENTITY: readonly Kind[] = [
  {
    perMille: 120,
    make: (n, spot) =>
      resourceOf(
        'aws.iam.role',
        arn(spot, `role/service/role-${n}`),
        {
          path: '/service/',
          serviceLinked: n % 20 === 0,
          trust: { Version: '2012-10-17', Statement: [trustOf(spot.random)] },
          attachedPolicies: [arn(spot, `policy/policy-${n % 90}`)],
          inlinePolicies: inlinePolicies(spot),
        },
        global(spot, `role-${n}`),
      ),
  },
  {
    perMille: 90,
    make: (n, spot) =>
      resourceOf(
        'aws.iam.policy',
        arn(spot, `policy/policy-${n}`),
        {
          awsManaged: n % 3 === 0,
          attachments: n % 4,
          document: documentAt(spot),
        },
        global(spot, `policy-${n}`),
      ),
  },
  {
    perMille: 25,
    make: (n, spot) =>
      resourceOf(
        'aws.iam.user',
        arn(spot, `user/user-${n}`),
        {
          attachedPolicies: [],
          inlinePolicies: inlinePolicies(spot),
          groups: [`group-${n % 5}`],
        },
        global(spot, `user-${n}`),
      ),
  },
  {
    perMille: 25,
    make: (n, spot) =>
      resourceOf(
        'aws.iam.credential',
        arn(spot, `user/user-${n}`),
        {
          root: false,
          passwordEnabled: n % 2 === 0,
          passwordLastUsedAt: n % 2 === 0 ? before(spot.random.int(0, 90)) : null,
          mfaActive: spot.random.chance(0.9),
          keys: n % 3 === 0 ? [key(spot.random)] : [],
        },
        global(spot, `user-${n}`),
      ),
  },
  {
    perMille: 40,
    make: (n, { account, region }) =>
      resourceOf(
        'aws.accessanalyzer.finding',
        `finding-${n}`,
        {
          status: n % 5 === 0 ? 'ACTIVE' : 'ARCHIVED',
          kind: 'ExternalAccess',
          resource: `arn:aws:s3:::bucket-${account}-${n}`,
          resourceType: 'AWS::S3::Bucket',
        },
        { account, region },
      ),
  },
]

/** What an account has once. */
export const identityOf = (spot: Spot) => [
  resourceOf('aws.iam.account-summary', spot.account, { rootMfaEnabled: true, rootAccessKeys: 0 }, spot),
  resourceOf(
    'aws.iam.password-policy',
    spot.account,
    { policy: { minimumLength: 14, reusePrevention: 24, maxAgeDays: null } },
    spot,
  ),
  resourceOf('aws.iam.oidc-provider', arn(spot, 'oidc-provider/ci.example'), { url: 'ci.example' }, spot),
  resourceOf(
    'aws.iam.credential',
    arn(spot, 'root'),
    { root: true, passwordEnabled: null, passwordLastUsedAt: before(200), mfaActive: true, keys: [] },
    global(spot, '<root_account>'),
  ),
  resourceOf('aws.iam.saml-provider', arn(spot, 'saml-provider/sso'), { createdAt: ISSUED }, spot),
]
