import { SourceError } from '@/lib/sources/collect/source-error'
import type { AwsOperation } from './operations'

/** For what a source answered and nobody can read: it is not known, rather than not there. */
export function unreadable(operation: AwsOperation): never {
  throw new SourceError({
    unread: 'unsupported',
    operation,
    code: 'UnreadableReply',
    message: 'The answer holds something that cannot be read.',
  })
}
