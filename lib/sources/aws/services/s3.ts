import type { S3 } from '@aws-sdk/client-s3'
import type { PublicAccessBlock } from '@/lib/model/facts/aws-data'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Step } from '@/lib/sources/collect/collector'
import { type Asker, type ItemAnswer, present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { detailStep } from '../detail-step'
import { policyDocument } from '../policy-document'
import { codeOf } from '../source-answer'
import { unreadable } from '../unreadable'

/** Four requests each are under way at a time. */
const BUCKETS_AT_ONCE = 6

type Key = { name: string; region: string | null }
type Flags = {
  [Flag in 'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets']?: boolean | undefined
}

export const buckets = (unit: AwsUnit): Step =>
  detailStep<Key>(unit, {
    operation: 's3:ListBuckets',
    details: [
      's3:GetBucketLocation',
      's3:GetBucketEncryption',
      's3:GetPublicAccessBlock',
      's3:GetBucketPolicy',
      's3:GetBucketVersioning',
    ],
    atOnce: BUCKETS_AT_ONCE,
    ask: async (ContinuationToken, options) => {
      const s3 = await unit.client('s3')
      const answer = await s3.listBuckets({ ContinuationToken, MaxBuckets: unit.sizes.page(1000) }, options)
      const items = answer.Buckets?.map(({ Name = '', BucketRegion }) => ({ name: Name, region: BucketRegion ?? null }))
      return { items, next: answer.ContinuationToken, $metadata: answer.$metadata }
    },
    read: async (key, asker) => {
      const region = key.region ?? (await regionOf(unit, key.name, asker))
      return region === 'gone' ? [] : readBucket(unit, key.name, region, asker)
    },
  })

/** Servers that are not AWS's leave the region out of the list. An empty constraint is the first region there was. */
async function regionOf(unit: AwsUnit, Bucket: string, asker: Asker): Promise<string | null | 'gone'> {
  const s3 = await unit.client('s3')
  const found = await asker.item(
    's3:GetBucketLocation',
    (options) => s3.getBucketLocation({ Bucket }, options),
    ({ LocationConstraint }) => LocationConstraint || 'us-east-1',
  )
  if (found === 'gone') return found
  if (!('value' in found)) return null
  return found.value === 'EU' ? 'eu-west-1' : found.value
}

async function readBucket(unit: AwsUnit, name: string, region: string | null, asker: Asker): Promise<AnyResource[]> {
  const s3 = await unit.client('s3', region ?? unit.region)
  const [encryption, block, policy, versioning] = await Promise.all([
    encryptionOf(s3, name, asker),
    blockOf(s3, name, asker),
    policyOf(s3, name, asker),
    asker.item(
      's3:GetBucketVersioning',
      (options) => s3.getBucketVersioning({ Bucket: name }, options),
      // Documented: a bucket that never had it answers without a status.
      ({ Status }) => Status ?? null,
    ),
  ])
  if (encryption === 'gone' || block === 'gone' || policy === 'gone' || versioning === 'gone') return []
  const facts = { encryption, block, policy, versioning }
  return [resource(unit, { type: 'aws.s3.bucket', id: `arn:${partitionOf(region)}:s3:::${name}`, name, region, facts })]
}

const encryptionOf = (s3: S3, Bucket: string, asker: Asker) =>
  asker.itemOrAbsent(
    (error) => codeOf(error) === 'ServerSideEncryptionConfigurationNotFoundError',
    's3:GetBucketEncryption',
    (options) => s3.getBucketEncryption({ Bucket }, options),
    (answer) => {
      const rules = present(answer.ServerSideEncryptionConfiguration?.Rules, 's3:GetBucketEncryption')
      const applied = present(rules[0]?.ApplyServerSideEncryptionByDefault, 's3:GetBucketEncryption')
      return { algorithm: applied.SSEAlgorithm ?? '', kmsKey: applied.KMSMasterKeyID ?? null }
    },
  )

const blockOf = (s3: S3, Bucket: string, asker: Asker): Promise<ItemAnswer<PublicAccessBlock | null>> =>
  asker.itemOrAbsent(
    (error) => codeOf(error) === 'NoSuchPublicAccessBlockConfiguration',
    's3:GetPublicAccessBlock',
    (options) => s3.getPublicAccessBlock({ Bucket }, options),
    (answer) => blockFacts(answer.PublicAccessBlockConfiguration, 's3:GetPublicAccessBlock'),
  )

const policyOf = (s3: S3, Bucket: string, asker: Asker) =>
  asker.itemOrAbsent(
    (error) => codeOf(error) === 'NoSuchBucketPolicy',
    's3:GetBucketPolicy',
    (options) => s3.getBucketPolicy({ Bucket }, options),
    (answer) => policyDocument(present(answer.Policy, 's3:GetBucketPolicy')) ?? unreadable('s3:GetBucketPolicy'),
  )

/** Throws `unsupported` when the answer has none of the four: that is no configuration, it is no answer. */
export function blockFacts(
  flags: Flags | undefined,
  operation: 's3:GetPublicAccessBlock' | 's3control:GetPublicAccessBlock',
): PublicAccessBlock {
  const told = present(flags, operation)
  const one = told.BlockPublicAcls ?? told.IgnorePublicAcls ?? told.BlockPublicPolicy ?? told.RestrictPublicBuckets
  present(one, operation)
  return {
    blockPublicAcls: told.BlockPublicAcls ?? false,
    ignorePublicAcls: told.IgnorePublicAcls ?? false,
    blockPublicPolicy: told.BlockPublicPolicy ?? false,
    restrictPublicBuckets: told.RestrictPublicBuckets ?? false,
  }
}

const partitionOf = (region: string | null): string =>
  region?.startsWith('cn-') ? 'aws-cn' : region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
