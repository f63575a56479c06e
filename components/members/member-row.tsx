import { LocalTime } from '@/components/ui/local-time'
import { TableRow } from '@/components/ui/table'
import { Cell, NumericCell, RowHeader } from '@/components/ui/table-cell'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Member } from '@/lib/model/member'
import { endText, sourceText, waysInText } from '@/lib/presentation/member'
import { NOT_KNOWN } from '@/lib/presentation/number'
import { roleName } from '@/lib/presentation/role'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; member: Member; isWithSessions: boolean }

export const MemberRow = ({ org, member, isWithSessions }: Props) => (
  <TableRow interactive>
    <RowHeader className="max-w-64">
      <TextLink quiet href={paths.member(org, member.userId)} className="font-medium">
        {member.name}
      </TextLink>
      <span className="block truncate text-ink-3 text-xs">{member.email}</span>
    </RowHeader>
    <Cell className="whitespace-nowrap">
      {roleName(member.role)}
      {member.elevatedRole && member.elevatedUntil ? (
        <span className="block text-xs">
          <Tag tone="accent">{roleName(member.elevatedRole).toLowerCase()}</Tag> until{' '}
          <LocalTime instant={member.elevatedUntil} show="time" />
        </span>
      ) : null}
    </Cell>
    <Cell className="whitespace-nowrap">
      {endText(member.expiresAt)} {member.hasEnded ? <Tag tone="bad">ended</Tag> : null}
    </Cell>
    <Cell className="whitespace-nowrap">{sourceText(member)}</Cell>
    <Cell>{waysInText(member) ?? <Tag tone="unknown">nothing yet</Tag>}</Cell>
    <Cell>{member.lastUsedAt ? <LocalTime instant={member.lastUsedAt} show="date" /> : 'never'}</Cell>
    <Cell className="whitespace-nowrap">
      {member.reviewedAt ? <LocalTime instant={member.reviewedAt} show="date" /> : 'never'}{' '}
      {member.isReviewOverdue ? <Tag tone="warn">overdue</Tag> : null}
    </Cell>
    {isWithSessions ? <NumericCell>{member.liveSessions ?? NOT_KNOWN}</NumericCell> : null}
  </TableRow>
)
