import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, undecided } from '../../frame/judge'
import { judgeReading } from '../../frame/judge-reading'
import { settingsOff } from '../public-access-block'

const BUCKETS = 's3:ListBuckets'
const ACCOUNT = 's3control:GetPublicAccessBlock'

/** A setting counts when the bucket or the account has it. An unread account may have what a bucket lacks. */
export const s3BucketBlockPublicAccess: Check = {
  id: 'aws_s3_bucket_block_public_access',
  provider: 'aws',
  title: 'S3 bucket can be made public',
  asserts: 'Every bucket has all four settings of S3 Block Public Access, from itself or from its account.',
  risk: 'A wrong policy or ACL puts the objects of the bucket on the internet; most published leaks began like this.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-04'],
  weak: [],
  feeds: [{ capability: 'DAT-04', stage: 1, atLeast: 1 }],
  operations: [BUCKETS, 's3:GetPublicAccessBlock', ACCOUNT],
  permissions: ['s3:ListAllMyBuckets', 's3:GetBucketPublicAccessBlock', 's3:GetAccountPublicAccessBlock'],
  remediation: {
    text: 'Turn all four settings on for the bucket, or once for the whole account.',
    commands: [
      {
        tool: 'aws',
        code: 'aws s3api put-public-access-block --bucket BUCKET --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_s3_bucket_public_access_block" "this" {\n  bucket                  = aws_s3_bucket.this.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
      },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 's3_bucket_level_public_access_block' }],
  provenBy: 'server',
  evaluate: (facts) => {
    const account = facts.of('aws.s3.account-block')[0]?.facts.block ?? null
    const [accountUnread] = facts.gaps([ACCOUNT])
    return evaluatePopulation({
      items: facts.of('aws.s3.bucket'),
      gaps: facts.gaps([BUCKETS]),
      judge: ({ name, facts: { block } }) => {
        if (account && settingsOff(account).length === 0) return pass
        return judgeReading(block, (own) => {
          const off = settingsOff(own, account)
          if (off.length === 0) return pass
          if (accountUnread) return undecided(accountUnread.cause, ACCOUNT)
          return fail(`Bucket ${name} does not block public access in full; all four settings were expected on.`, {
            off,
          })
        })
      },
    })
  },
}
