import type { AwsDataFacts } from '@/lib/model/facts/aws-data'
import type { AwsWatchFacts } from '@/lib/model/facts/aws-watch'
import { ACCOUNT, REGION, resourceOf } from './facts-of'

/** A trail that lacks nothing but a KMS key, changed as told. */
export const trailOf = (changed: Partial<AwsWatchFacts['aws.cloudtrail.trail']> = {}, name = 'main') =>
  resourceOf(
    'aws.cloudtrail.trail',
    `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/${name}`,
    {
      homeRegion: REGION,
      multiRegion: true,
      organization: false,
      logFileValidation: true,
      kmsKey: null,
      logging: { value: true },
      managementEvents: { value: 'All' },
      ...changed,
    },
    { name, region: REGION },
  )

/** A bucket with nothing configured, changed as told. */
export const bucketOf = (changed: Partial<AwsDataFacts['aws.s3.bucket']>, name = 'invoices') => {
  const nothing = { value: null }
  return resourceOf(
    'aws.s3.bucket',
    `arn:aws:s3:::${name}`,
    { encryption: nothing, block: nothing, policy: nothing, versioning: nothing, ...changed },
    { name, region: REGION },
  )
}

export const OWN_KEY = {
  manager: 'CUSTOMER',
  spec: 'SYMMETRIC_DEFAULT',
  usage: 'ENCRYPT_DECRYPT',
  state: 'Enabled',
  origin: 'AWS_KMS',
}

/** A customer's own symmetric key, changed as told. */
export const keyOf = (changed: Partial<AwsDataFacts['aws.kms.key']>, id = 'key-1') =>
  resourceOf(
    'aws.kms.key',
    id,
    { description: { value: OWN_KEY }, rotation: { value: null }, policy: { value: null }, ...changed },
    { region: REGION },
  )

/** A listener of a load balancer, named `front` and for HTTPS unless told otherwise. */
export const listenerOf = (sslPolicy: string | null, protocol = 'HTTPS', name = 'front') =>
  resourceOf(
    'aws.elbv2.listener',
    `arn:${name}`,
    { loadBalancer: 'arn:lb', protocol, port: 443, sslPolicy },
    { name, region: REGION },
  )

export const sslPolicyOf = (name: string, ...protocols: string[]) =>
  resourceOf('aws.elbv2.ssl-policy', name, { protocols }, { region: REGION })
