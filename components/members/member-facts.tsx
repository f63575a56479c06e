import { Card } from '@/components/ui/card'
import { type Fact, Facts } from '@/components/ui/facts'
import { LocalTime } from '@/components/ui/local-time'
import { Tag } from '@/components/ui/tag'
import type { Member } from '@/lib/model/member'
import { endText, sourceText, waysInText } from '@/lib/presentation/member'
import { roleName } from '@/lib/presentation/role'

const dated = (instant: string | null) => (instant === null ? 'never' : <LocalTime instant={instant} />)

const factsOf = (member: Member): Fact[] => [
  { term: 'Role', value: roleName(member.role) },
  ...(member.elevatedRole && member.elevatedUntil
    ? [
        {
          term: 'Higher role for now',
          value: (
            <>
              {roleName(member.elevatedRole)}, until <LocalTime instant={member.elevatedUntil} />
            </>
          ),
        },
      ]
    : []),
  {
    term: 'Until',
    value: (
      <>
        {endText(member.expiresAt)} {member.hasEnded ? <Tag tone="bad">ended</Tag> : null}
      </>
    ),
  },
  { term: 'Given', value: sourceText(member) },
  { term: 'Signs in with', value: waysInText(member) ?? <Tag tone="unknown">nothing yet</Tag> },
  { term: 'Member since', value: dated(member.joinedAt) },
  { term: 'Last used', value: dated(member.lastUsedAt) },
  { term: 'Last reviewed', value: dated(member.reviewedAt) },
  {
    term: 'Next review',
    value:
      member.reviewDueAt === null ? (
        'none: the membership has ended'
      ) : (
        <>
          <LocalTime instant={member.reviewDueAt} show="date" />{' '}
          {member.isReviewOverdue ? <Tag tone="warn">overdue</Tag> : null}
        </>
      ),
  },
]

/** All that is known of a membership. */
export const MemberFacts = ({ member }: { member: Member }) => (
  <Card title="Membership">
    <Facts items={factsOf(member)} className="max-w-2xl" />
  </Card>
)
