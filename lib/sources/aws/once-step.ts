import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Step } from '@/lib/sources/collect/collector'
import { Asker } from './asker'
import type { AwsOperation } from './operations'

type OnceStep = {
  operation: AwsOperation
  besides?: readonly AwsOperation[]
  read: (asker: Asker, signal: AbortSignal) => Promise<readonly AnyResource[]>
}

/** A step whose operation answers at once, without pages. */
export const onceStep = ({ operation, besides = [], read }: OnceStep): Step => ({
  operation,
  operations: [operation, ...besides],
  async read(_, context) {
    const asker = new Asker(context)
    const resources = await read(asker, context.signal)
    asker.count(operation, resources.length)
    return asker.facts(resources, null)
  },
})
