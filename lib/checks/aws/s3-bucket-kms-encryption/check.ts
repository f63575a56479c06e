import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass } from '../../frame/judge'
import { judgeReading } from '../../frame/judge-reading'

const BUCKETS = 's3:ListBuckets'
const WITH_KMS: readonly string[] = ['aws:kms', 'aws:kms:dsse']

/** Without a configuration S3 encrypts with keys of its own, which is not KMS. Sensitive stores need it, not all of them. */
export const s3BucketKmsEncryption: Check = {
  id: 'aws_s3_bucket_kms_encryption',
  provider: 'aws',
  title: 'S3 bucket does not encrypt with KMS by default',
  asserts: 'The default encryption of every bucket is SSE-KMS or DSSE-KMS.',
  risk: 'With keys of S3 itself, whoever may read the object may read it in the clear: no second permission and no record of key use.',
  severity: 'medium',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-02'],
  weak: [],
  feeds: [{ capability: 'DAT-02', stage: 2, atLeast: 0.5 }],
  operations: [BUCKETS, 's3:GetBucketEncryption'],
  permissions: ['s3:ListAllMyBuckets', 's3:GetEncryptionConfiguration'],
  remediation: {
    text: 'Set SSE-KMS with a bucket key as default encryption; objects already there keep their encryption until copied.',
    commands: [
      {
        tool: 'aws',
        code: 'aws s3api put-bucket-encryption --bucket BUCKET --server-side-encryption-configuration \'{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"KEY_ARN"},"BucketKeyEnabled":true}]}\'',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_s3_bucket_server_side_encryption_configuration" "this" {\n  bucket = aws_s3_bucket.this.id\n  rule {\n    bucket_key_enabled = true\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = "aws:kms"\n      kms_master_key_id = aws_kms_key.this.arn\n    }\n  }\n}',
      },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 's3_bucket_kms_encryption' }],
  provenBy: 'server-in-part',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.s3.bucket'),
      gaps: facts.gaps([BUCKETS]),
      judge: ({ name, facts: { encryption } }) =>
        judgeReading(encryption, (value) =>
          value && WITH_KMS.includes(value.algorithm)
            ? pass
            : fail(`Bucket ${name} does not encrypt with KMS by default; aws:kms or aws:kms:dsse was expected.`, {
                algorithm: value?.algorithm ?? null,
              }),
        ),
    }),
}
