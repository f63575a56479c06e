import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { evaluateSingleton } from '../evaluate-singleton'
import { settingsOff } from '../public-access-block'

const BLOCK = 's3control:GetPublicAccessBlock'

export const s3AccountBlockPublicAccess: Check = {
  id: 'aws_s3_account_block_public_access',
  provider: 'aws',
  title: 'Account lets buckets be made public',
  asserts: 'All four settings of S3 Block Public Access are on for the account.',
  risk: 'One wrong policy or ACL on any bucket, old or new, puts its objects on the internet.',
  severity: 'high',
  kind: 'exists',
  threshold: 1,
  capabilities: ['DAT-04'],
  weak: [],
  feeds: [{ capability: 'DAT-04', stage: 1, atLeast: 1 }],
  operations: [BLOCK],
  permissions: ['s3:GetAccountPublicAccessBlock'],
  remediation: {
    text: 'Turn all four settings on for the account; move what must be public behind CloudFront first.',
    commands: [
      {
        tool: 'aws',
        code: 'aws s3control put-public-access-block --account-id ACCOUNT --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
      },
      {
        tool: 'terraform',
        code: 'resource "aws_s3_account_public_access_block" "this" {\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
      },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 's3_account_level_public_access_blocks' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateSingleton(facts, {
      type: 'aws.s3.account-block',
      operations: [BLOCK],
      judge: ({ account, facts: { block } }) => {
        const off = settingsOff(block)
        if (off.length === 0) return pass
        return fail(
          `Account ${account} does not block public access to S3 in full; all four settings were expected on.`,
          {
            off,
          },
        )
      },
    }),
}
