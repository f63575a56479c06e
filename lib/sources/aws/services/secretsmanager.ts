import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { instant } from '../ordered'

/** Secrets by name and rotation. Their values are never asked for. */
export const secrets = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'secretsmanager:ListSecrets',
    ask: async (NextToken, options) => {
      const client = await unit.client('secretsmanager')
      const answer = await client.listSecrets({ NextToken, MaxResults: unit.sizes.page(100) }, options)
      return { items: answer.SecretList, next: answer.NextToken, $metadata: answer.$metadata }
    },
    toResource: ({ ARN = '', Name, RotationEnabled = false, RotationRules, LastRotatedDate, OwningService }) =>
      resource(unit, {
        type: 'aws.secretsmanager.secret',
        id: ARN,
        name: Name,
        region: unit.region,
        facts: {
          // Documented: left out of the list where rotation was never set up.
          rotationEnabled: RotationEnabled,
          rotationDays: RotationRules?.AutomaticallyAfterDays ?? null,
          lastRotatedAt: instant(LastRotatedDate),
          owningService: OwningService || null,
        },
      }),
  })
