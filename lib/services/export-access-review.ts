import { csvLine } from '@/lib/incidents/csv-line'
import type { Actor } from '@/lib/model/actor'
import type { Member } from '@/lib/model/member'
import { listMembers } from './list-members'
import { pagesOf } from './pages-of'

const COLUMNS = [
  'name',
  'email',
  'role',
  'elevatedRole',
  'elevatedUntil',
  'source',
  'joinedAt',
  'expiresAt',
  'lastUsedAt',
  'reviewedAt',
  'reviewDueAt',
] as const satisfies readonly (keyof Member)[]

const standing = ({ hasEnded, isReviewOverdue }: Member): string =>
  hasEnded ? 'ended' : isReviewOverdue ? 'overdue' : 'in order'

/**
 * Who has what, as CSV: every member, those first whose review is due first. Instants are UTC; an empty cell is never, or
 * for `expiresAt` without end. Throws not-found, forbidden before the first piece.
 */
export async function exportAccessReview(actor: Actor, { org }: { org: string }): Promise<AsyncIterable<string>> {
  const now = new Date()
  const pages = await pagesOf((page) => listMembers(actor, { org, order: 'review', page }, now))
  return (async function* () {
    yield csvLine([...COLUMNS, 'review'])
    for await (const items of pages) {
      yield items.map((one) => csvLine([...COLUMNS.map((column) => one[column]), standing(one)])).join('')
    }
  })()
}
