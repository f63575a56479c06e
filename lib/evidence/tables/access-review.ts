import type { Member } from '@/lib/model/member'
import { columnsOf, type Table } from './table'

const { text, instant } = columnsOf<Member>()

const standing = ({ hasEnded, isReviewOverdue }: Member): string =>
  hasEnded ? 'ended' : isReviewOverdue ? 'overdue' : 'in order'

/** Who has what and who looked at it last; an empty `expiresAt` is without end, any other empty instant is never. */
export const accessReviewTable: Table<Member> = {
  name: 'access-review',
  title: 'Access review',
  columns: [
    text('name', 'Name'),
    text('email', 'E-mail'),
    text('role', 'Role'),
    text('elevatedRole', 'Higher role for a while'),
    instant('elevatedUntil', 'Until'),
    text('source', 'Membership from'),
    instant('joinedAt', 'Joined'),
    instant('expiresAt', 'Ends'),
    instant('lastUsedAt', 'Last used'),
    instant('reviewedAt', 'Reviewed'),
    instant('reviewDueAt', 'Review due'),
    text('review', 'Review', standing),
  ],
}
