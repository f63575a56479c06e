import type { Instant } from '@/lib/model/instant'
import type { Reading } from '@/lib/model/resource'
import type { PolicyDocument } from './aws-policy'

export type PublicAccessBlock = {
  blockPublicAcls: boolean
  ignorePublicAcls: boolean
  blockPublicPolicy: boolean
  restrictPublicBuckets: boolean
}

export type AwsDataFacts = {
  /** Account-wide; `block` null when none is configured. */
  'aws.s3.account-block': { block: PublicAccessBlock | null }
  /** `region` of the resource is the bucket's. A null value is the typed "not configured" reply. */
  'aws.s3.bucket': {
    encryption: Reading<{ algorithm: string; kmsKey: string | null } | null>
    block: Reading<PublicAccessBlock | null>
    policy: Reading<PolicyDocument | null>
    versioning: Reading<'Enabled' | 'Suspended' | null>
  }
  'aws.rds.instance': {
    engine: string
    encrypted: boolean | null
    publiclyAccessible: boolean | null
    cluster: string | null
  }
  'aws.rds.cluster': { engine: string; encrypted: boolean | null }
  'aws.kms.key': {
    /** From DescribeKey; the whole reading is missing when it was refused. */
    description: Reading<{ manager: string; spec: string; usage: string; state: string; origin: string }>
    /** Asked of enabled customer keys that can rotate; a null value is "not asked, does not apply". */
    rotation: Reading<boolean | null>
    policy: Reading<PolicyDocument | null>
  }
  'aws.secretsmanager.secret': {
    rotationEnabled: boolean | null
    rotationDays: number | null
    lastRotatedAt: Instant | null
    /** The service that manages it, null for one's own. */
    owningService: string | null
  }
  'aws.acm.certificate': {
    description: Reading<{ status: string; notAfter: Instant | null; inUse: boolean; renewal: string | null }>
  }
}
