import type { PolicyDocument } from '@/lib/model/facts/aws-policy'
import { resourceOf } from '@/lib/testing/facts-of'
import type { Kind, Spot } from './kind'

const arn = ({ account, region }: Spot, service: string, what: string) =>
  `arn:aws:${service}:${region}:${account}:${what}`
const REFUSED = { unread: 'denied', operation: 's3:GetBucketPolicy', detail: 'AccessDenied' } as const

const tlsOnly = (bucket: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'TlsOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [bucket, `${bucket}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
})

const keyPolicy = ({ account }: Spot): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Owner',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:role/orders` },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
    },
  ],
})

const bucket: Kind['make'] = (n, spot) => {
  const id = `arn:aws:s3:::bucket-${spot.account}-${n}`
  const on = spot.random.chance(0.95)
  return resourceOf(
    'aws.s3.bucket',
    id,
    {
      encryption: {
        value: {
          algorithm: n % 2 === 0 ? 'aws:kms' : 'AES256',
          kmsKey: n % 2 === 0 ? arn(spot, 'kms', `key/key-${n}`) : null,
        },
      },
      block: {
        value: { blockPublicAcls: on, ignorePublicAcls: true, blockPublicPolicy: on, restrictPublicBuckets: true },
      },
      policy: spot.random.chance(0.01) ? REFUSED : { value: n % 4 === 0 ? null : tlsOnly(id) },
      versioning: { value: 'Enabled' },
    },
    { ...spot, name: `bucket-${spot.account}-${n}` },
  )
}

export const DATA: readonly Kind[] = [
  { perMille: 60, make: bucket },
  {
    perMille: 20,
    make: (n, spot) =>
      resourceOf(
        'aws.rds.instance',
        arn(spot, 'rds', `db:database-${n}`),
        {
          engine: 'postgres',
          encrypted: n % 11 !== 0,
          publiclyAccessible: n % 26 === 0,
          cluster: n % 3 === 0 ? `cluster-${n % 6}` : null,
        },
        spot,
      ),
  },
  {
    perMille: 6,
    make: (n, spot) =>
      resourceOf(
        'aws.rds.cluster',
        arn(spot, 'rds', `cluster:cluster-${n}`),
        { engine: 'aurora-postgresql', encrypted: n % 15 !== 0 },
        spot,
      ),
  },
  {
    perMille: 30,
    make: (n, spot) =>
      resourceOf(
        'aws.kms.key',
        arn(spot, 'kms', `key/key-${n}`),
        {
          description: {
            value: {
              manager: n % 3 === 0 ? 'AWS' : 'CUSTOMER',
              spec: 'SYMMETRIC_DEFAULT',
              usage: 'ENCRYPT_DECRYPT',
              state: 'Enabled',
              origin: 'AWS_KMS',
            },
          },
          rotation: { value: n % 3 === 0 ? null : n % 5 !== 0 },
          policy: { value: keyPolicy(spot) },
        },
        spot,
      ),
  },
  {
    perMille: 50,
    make: (n, spot) =>
      resourceOf(
        'aws.secretsmanager.secret',
        arn(spot, 'secretsmanager', `secret:app/secret-${n}`),
        {
          rotationEnabled: n % 3 === 0 ? null : true,
          rotationDays: n % 3 === 0 ? null : 30,
          lastRotatedAt: n % 3 === 0 ? null : '2026-11-01T00:00:00.000Z',
          owningService: n % 10 === 0 ? 'rds' : null,
        },
        spot,
      ),
  },
  {
    perMille: 20,
    make: (n, spot) =>
      resourceOf(
        'aws.acm.certificate',
        arn(spot, 'acm', `certificate/certificate-${n}`),
        {
          description: {
            value: {
              status: n % 15 === 0 ? 'EXPIRED' : 'ISSUED',
              notAfter: new Date(Date.UTC(2026, 10, 1 + spot.random.int(0, 380))).toISOString(),
              inUse: n % 4 !== 0,
              renewal: 'PENDING_AUTO_RENEWAL',
            },
          },
        },
        spot,
      ),
  },
]

export const dataOf = (spot: Spot) => [
  resourceOf('aws.s3.account-block', spot.account, { block: null }, { ...spot, region: null }),
]
