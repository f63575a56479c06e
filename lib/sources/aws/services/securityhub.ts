import type { Step } from '@/lib/sources/collect/collector'
import { present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { onceStep } from '../once-step'
import { codeOf } from '../source-answer'

const OPERATION = 'securityhub:DescribeHub'

/** Other refusals bear the same name; only these words say that Security Hub is off. */
const isNotSubscribed = (error: unknown): boolean =>
  codeOf(error) === 'InvalidAccessException' && error instanceof Error && /not subscribed/i.test(error.message)

/** The hub of a region where Security Hub is on, nothing where it is off. */
export const hub = (unit: AwsUnit): Step =>
  onceStep({
    operation: OPERATION,
    async read(asker) {
      const client = await unit.client('securityhub')
      const found = await asker.pageOrAbsent(
        isNotSubscribed,
        OPERATION,
        (options) => client.describeHub({}, options),
        ({ HubArn, SubscribedAt = null }) => ({ arn: present(HubArn, OPERATION), subscribedAt: SubscribedAt }),
      )
      if (found === null) return []
      const facts = { subscribedAt: found.subscribedAt }
      return [resource(unit, { type: 'aws.securityhub.hub', id: found.arn, region: unit.region, facts })]
    },
  })
