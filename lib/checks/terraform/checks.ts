import type { Check } from '../frame/check'
import { driftRatio } from './drift-ratio/check'
import { planChecksPass } from './plan-checks-pass/check'
import { planEncryptionSet } from './plan-encryption-set/check'
import { planNoPublicBucket } from './plan-no-public-bucket/check'
import { planSgNoWorld } from './plan-sg-no-world/check'

export const TERRAFORM_CHECKS: readonly Check[] = [
  planNoPublicBucket,
  planEncryptionSet,
  planSgNoWorld,
  driftRatio,
  planChecksPass,
]
