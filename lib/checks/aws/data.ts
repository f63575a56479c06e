import type { Check } from '../frame/check'
import { acmCertificateExpiry30d } from './acm-certificate-expiry-30d/check'
import { ec2EbsDefaultEncryption } from './ec2-ebs-default-encryption/check'
import { ec2EbsVolumeEncrypted } from './ec2-ebs-volume-encrypted/check'
import { elbv2Tls12MinPolicy } from './elbv2-tls12-min-policy/check'
import { elbv2Tls13Supported } from './elbv2-tls13-supported/check'
import { kmsCmkRotation } from './kms-cmk-rotation/check'
import { kmsKeyNotPublic } from './kms-key-not-public/check'
import { rdsNotPublic } from './rds-not-public/check'
import { rdsStorageEncrypted } from './rds-storage-encrypted/check'
import { s3AccountBlockPublicAccess } from './s3-account-block-public-access/check'
import { s3BucketBlockPublicAccess } from './s3-bucket-block-public-access/check'
import { s3BucketKmsEncryption } from './s3-bucket-kms-encryption/check'
import { s3BucketSecureTransport } from './s3-bucket-secure-transport/check'
import { secretsmanagerRotation } from './secretsmanager-rotation/check'

export const DATA_CHECKS: readonly Check[] = [
  s3AccountBlockPublicAccess,
  s3BucketBlockPublicAccess,
  s3BucketKmsEncryption,
  s3BucketSecureTransport,
  ec2EbsDefaultEncryption,
  ec2EbsVolumeEncrypted,
  rdsStorageEncrypted,
  rdsNotPublic,
  kmsCmkRotation,
  kmsKeyNotPublic,
  secretsmanagerRotation,
  acmCertificateExpiry30d,
  elbv2Tls12MinPolicy,
  elbv2Tls13Supported,
]
