import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { onceStep } from '../once-step'

const DEFAULT = 'ec2:GetEbsEncryptionByDefault'

export const volumes = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'ec2:DescribeVolumes',
    ask: async (NextToken, options) => {
      const ec2 = await unit.client('ec2')
      const answer = await ec2.describeVolumes({ NextToken, MaxResults: unit.sizes.page(1000, 5) }, options)
      return { items: answer.Volumes, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ VolumeId = '', Encrypted, State = '' }) =>
      resource(unit, {
        type: 'aws.ec2.volume',
        id: VolumeId,
        region: unit.region,
        facts: { encrypted: Encrypted ?? null, state: State },
      }),
  })

export const ebsSettings = (unit: AwsUnit): Step =>
  onceStep({
    operation: DEFAULT,
    async read(asker) {
      const ec2 = await unit.client('ec2')
      const answer = await asker.page(DEFAULT, (options) => ec2.getEbsEncryptionByDefault({}, options))
      const facts = { encryptionByDefault: answer.EbsEncryptionByDefault ?? null }
      return [resource(unit, { type: 'aws.ec2.ebs-settings', id: unit.region, region: unit.region, facts })]
    },
  })
