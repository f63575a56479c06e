import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'
import { evaluateRegions } from '../evaluate-regions'

const SETTING = 'ec2:GetEbsEncryptionByDefault'

export const ec2EbsDefaultEncryption: Check = {
  id: 'aws_ec2_ebs_default_encryption',
  provider: 'aws',
  title: 'New EBS volumes of a region are not encrypted',
  asserts: 'Encryption by default is on for EBS in every enabled region.',
  risk: 'Each new volume and copied snapshot depends on somebody remembering to ask for encryption.',
  severity: 'medium',
  kind: 'exists',
  threshold: 1,
  capabilities: ['DAT-02'],
  weak: [],
  feeds: [
    { capability: 'DAT-02', stage: 1, atLeast: 0.5 },
    { capability: 'DAT-02', stage: 3, atLeast: 1 },
  ],
  operations: [SETTING],
  permissions: ['ec2:GetEbsEncryptionByDefault'],
  remediation: {
    text: 'Turn encryption by default on in each region; volumes that exist stay as they are.',
    commands: [
      { tool: 'aws', code: 'aws ec2 enable-ebs-encryption-by-default --region REGION' },
      { tool: 'terraform', code: 'resource "aws_ebs_encryption_by_default" "this" {\n  enabled = true\n}' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'ec2_ebs_default_encryption' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateRegions({
      facts,
      type: 'aws.ec2.ebs-settings',
      operation: SETTING,
      missing: (region) => `EBS in ${region} has no setting for encryption by default; it was expected to be on.`,
      judge: ({ region, facts: { encryptionByDefault } }) =>
        judgeField(encryptionByDefault, SETTING, (on) =>
          on ? pass : fail(`EBS in ${region} does not encrypt new volumes by default; it was expected to.`),
        ),
    }),
}
