import type { AwsService } from './service'

type Limit = { perSecond: number; burst: number }

const USUAL: Limit = { perSecond: 20, burst: 40 }

/**
 * Requests a second and the burst for one account, region and service: well within what AWS documents (EC2's buckets of 100
 * refilled 20 a second, Security Hub's 3 with a burst of 6, ACM's 8 to 10, Organizations' low single figures), or within
 * what operators report where it documents nothing.
 */
const LIMITS: Readonly<Partial<Record<AwsService, Limit>>> = {
  ec2: { perSecond: 20, burst: 100 },
  securityhub: { perSecond: 3, burst: 6 },
  acm: { perSecond: 8, burst: 10 },
  accessanalyzer: { perSecond: 5, burst: 10 },
  cloudtrail: { perSecond: 5, burst: 10 },
  config: { perSecond: 5, burst: 10 },
  elbv2: { perSecond: 10, burst: 40 },
  organizations: { perSecond: 2, burst: 5 },
  kms: { perSecond: 50, burst: 100 },
  // Counted per bucket, of which there are many.
  s3: { perSecond: 1000, burst: 1000 },
}

export const limitsOf = (service: AwsService): Limit => LIMITS[service] ?? USUAL
