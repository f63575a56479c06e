import { LocalTime } from '@/components/ui/local-time'
import { TableRow } from '@/components/ui/table'
import { Cell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Member } from '@/lib/model/member'
import { endText } from '@/lib/presentation/member'
import { roleName } from '@/lib/presentation/role'
import { paths } from '@/lib/queries/paths'
import { ReviewActs } from './review-acts'

type Props = {
  org: string
  member: Member
  canReview: boolean
  isOwn: boolean
  /** Whether the reader may say that the membership stays. */
  canChoose: boolean
  isChosen: boolean
  onChoose: () => void
}

export const ReviewRow = ({ org, member, canReview, isOwn, canChoose, isChosen, onChoose }: Props) => (
  <TableRow selected={isChosen}>
    {canReview ? (
      <Cell>
        {canChoose ? (
          <input
            type="checkbox"
            aria-label={`Choose ${member.name}`}
            className="size-4 align-middle accent-accent"
            checked={isChosen}
            onChange={onChoose}
          />
        ) : null}
      </Cell>
    ) : null}
    <RowHeader className="max-w-60">
      <TextLink quiet href={paths.member(org, member.userId)} className="font-medium">
        {member.name}
      </TextLink>
      <span className="block truncate text-ink-3 text-xs">{member.email}</span>
    </RowHeader>
    <Cell className="whitespace-nowrap">{roleName(member.role)}</Cell>
    <Cell>
      <LocalTime instant={member.joinedAt} show="date" />
    </Cell>
    <Cell className="whitespace-nowrap">{endText(member.expiresAt)}</Cell>
    <Cell>{member.lastUsedAt ? <LocalTime instant={member.lastUsedAt} show="date" /> : 'never'}</Cell>
    <Cell>{member.reviewedAt ? <LocalTime instant={member.reviewedAt} show="date" /> : 'never'}</Cell>
    <Cell className="whitespace-nowrap">
      <Due member={member} />
    </Cell>
    {canReview ? (
      <Cell className="text-right">
        {isOwn && !canChoose ? (
          <span className="text-ink-3 text-xs">Another administrator reviews you</span>
        ) : (
          <ReviewActs org={org} member={member} isOwn={isOwn} />
        )}
      </Cell>
    ) : null}
  </TableRow>
)

function Due({ member: { reviewDueAt, isReviewOverdue } }: { member: Member }) {
  if (reviewDueAt === null) return <Tag tone="bad">ended</Tag>
  return (
    <>
      <LocalTime instant={reviewDueAt} show="date" /> {isReviewOverdue ? <Tag tone="warn">overdue</Tag> : null}
    </>
  )
}
