import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { onceStep } from '../once-step'
import { codeOf } from '../source-answer'
import { blockFacts } from './s3'

const OPERATION = 's3control:GetPublicAccessBlock'

/** What the account blocks for all of its buckets. That nothing is configured is an answer. */
export const accountBlock = (unit: AwsUnit): Step =>
  onceStep({
    operation: OPERATION,
    async read(asker) {
      const s3control = await unit.client('s3control')
      const block = await asker.pageOrAbsent(
        (error) => codeOf(error) === 'NoSuchPublicAccessBlockConfiguration',
        OPERATION,
        (options) => s3control.getPublicAccessBlock({ AccountId: unit.account }, options),
        (answer) => blockFacts(answer.PublicAccessBlockConfiguration, OPERATION),
      )
      return [resource(unit, { type: 'aws.s3.account-block', id: unit.account, region: null, facts: { block } })]
    },
  })
