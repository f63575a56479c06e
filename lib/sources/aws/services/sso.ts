import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'

/** Instances of IAM Identity Center; an organization has one, in one of its regions. */
export const identityCenters = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'sso:ListInstances',
    ask: async (NextToken, options) => {
      const sso = await unit.client('sso')
      const answer = await sso.listInstances({ NextToken, MaxResults: unit.sizes.page(100) }, options)
      return { items: answer.Instances, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ InstanceArn = '', Name, Status = '' }) =>
      resource(unit, {
        type: 'aws.sso.instance',
        id: InstanceArn,
        name: Name,
        region: unit.region,
        facts: { status: Status },
      }),
  })
