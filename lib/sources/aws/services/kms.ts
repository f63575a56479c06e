import type { KMS } from '@aws-sdk/client-kms'
import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { Step } from '@/lib/sources/collect/collector'
import { type Asker, type ItemAnswer, present } from '../asker'
import { type AwsUnit, resource } from '../aws-unit'
import { detailStep } from '../detail-step'
import { policyDocument } from '../policy-document'
import { unreadable } from '../unreadable'

const DESCRIBE = 'kms:DescribeKey'
const ROTATION = 'kms:GetKeyRotationStatus'
const POLICY = 'kms:GetKeyPolicy'

type Key = { id: string; arn: string }
type Facts = FactTypes['aws.kms.key']

export const keys = (unit: AwsUnit): Step =>
  detailStep<Key>(unit, {
    operation: 'kms:ListKeys',
    details: [DESCRIBE, ROTATION, POLICY],
    atOnce: 6,
    ask: async (Marker, options) => {
      const kms = await unit.client('kms')
      const answer = await kms.listKeys({ Marker, Limit: unit.sizes.page(1000) }, options)
      const items = answer.Keys?.map(({ KeyId = '', KeyArn = '' }) => ({ id: KeyId, arn: KeyArn }))
      return { items, next: answer.Truncated ? answer.NextMarker : undefined, $metadata: answer.$metadata }
    },
    read: async ({ id, arn }, asker) => {
      const kms = await unit.client('kms')
      const [description, policy] = await Promise.all([descriptionOf(kms, id, asker), policyOf(kms, id, asker)])
      if (description === 'gone' || policy === 'gone') return []
      const rotation = await rotationOf(kms, id, description, asker)
      if (rotation === 'gone') return []
      const facts = { description, rotation, policy }
      return [resource(unit, { type: 'aws.kms.key', id: arn || id, name: id, region: unit.region, facts })]
    },
  })

const descriptionOf = (kms: KMS, KeyId: string, asker: Asker) =>
  asker.item(
    DESCRIBE,
    (options) => kms.describeKey({ KeyId }, options),
    (answer) => {
      const told = present(answer.KeyMetadata, DESCRIBE)
      return {
        manager: present(told.KeyManager, DESCRIBE),
        spec: present(told.KeySpec ?? told.CustomerMasterKeySpec, DESCRIBE),
        usage: present(told.KeyUsage, DESCRIBE),
        state: present(told.KeyState, DESCRIBE),
        origin: present(told.Origin, DESCRIBE),
      }
    },
  )

const policyOf = (kms: KMS, KeyId: string, asker: Asker) =>
  asker.item(
    POLICY,
    (options) => kms.getKeyPolicy({ KeyId, PolicyName: 'default' }, options),
    ({ Policy }) => policyDocument(present(Policy, POLICY)) ?? unreadable(POLICY),
  )

/** Only enabled symmetric keys of the customer's, made by KMS, rotate; of all others AWS refuses to say. */
async function rotationOf(
  kms: KMS,
  KeyId: string,
  description: Facts['description'],
  asker: Asker,
): Promise<ItemAnswer<boolean | null>> {
  if ('unread' in description) return { ...description, operation: ROTATION }
  const { manager, spec, usage, state, origin } = description.value
  const rotates = manager === 'CUSTOMER' && spec === 'SYMMETRIC_DEFAULT' && usage === 'ENCRYPT_DECRYPT'
  if (!rotates || state !== 'Enabled' || origin !== 'AWS_KMS') return { value: null }
  return asker.item(
    ROTATION,
    (options) => kms.getKeyRotationStatus({ KeyId }, options),
    (answer): boolean => present(answer.KeyRotationEnabled, ROTATION),
  )
}
