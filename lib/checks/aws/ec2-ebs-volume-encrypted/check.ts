import type { Check } from '../../frame/check'
import { evaluatePopulation } from '../../frame/evaluate-population'
import { fail, pass, skip } from '../../frame/judge'
import { judgeField } from '../../frame/judge-reading'

const VOLUMES = 'ec2:DescribeVolumes'
const LEAVING: readonly string[] = ['deleting', 'deleted']

export const ec2EbsVolumeEncrypted: Check = {
  id: 'aws_ec2_ebs_volume_encrypted',
  provider: 'aws',
  title: 'EBS volume is not encrypted',
  asserts: 'Every EBS volume is encrypted.',
  risk: 'Whoever can snapshot the volume, or is given a snapshot of it, can mount and read the disk.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-02'],
  weak: [],
  feeds: [
    { capability: 'DAT-02', stage: 1, atLeast: 0.5 },
    { capability: 'DAT-02', stage: 2, atLeast: 0.98 },
  ],
  operations: [VOLUMES],
  permissions: ['ec2:DescribeVolumes'],
  remediation: {
    text: 'Snapshot the volume, copy the snapshot encrypted, create a volume of the copy and swap the two.',
    commands: [
      {
        tool: 'aws',
        code: 'aws ec2 create-snapshot --volume-id VOLUME\naws ec2 copy-snapshot --source-region REGION --source-snapshot-id SNAPSHOT --encrypted --kms-key-id KEY\naws ec2 create-volume --snapshot-id COPY --availability-zone ZONE',
      },
      { tool: 'terraform', code: 'encrypted = true # in aws_ebs_volume; replaces the volume' },
    ],
    effort: 'hours',
  },
  peers: [{ product: 'prowler', id: 'ec2_ebs_volume_encryption' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluatePopulation({
      items: facts.of('aws.ec2.volume'),
      gaps: facts.gaps([VOLUMES]),
      judge: ({ name, facts: { encrypted, state } }) => {
        if (LEAVING.includes(state)) return skip
        return judgeField(encrypted, VOLUMES, (is) =>
          is ? pass : fail(`EBS volume ${name} is not encrypted; it was expected to be.`, { state }),
        )
      },
    }),
}
