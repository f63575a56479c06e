import type { ComponentProps } from 'react'
import { Card } from '@/components/ui/card'
import type { Member } from '@/lib/model/member'
import { ChangeMember } from './change-member'

type Props = Omit<ComponentProps<typeof ChangeMember>, 'member'> & { member: Member }

/** What an administrator can decide about a membership; where single sign-on decides, that is said instead. */
export const ChangeCard = ({ member, ...form }: Props) => (
  <Card title="Role and end" note="Counts from the next request on, and as a review.">
    {member.source === 'single-sign-on' ? (
      <p className="text-ink-2 text-sm">
        A group of the identity provider gives this role. Change it there; it is brought in line at the next sign-in. To
        shut {member.name} out at once, remove the member.
      </p>
    ) : (
      <ChangeMember key={`${member.role} ${member.expiresAt}`} member={member} {...form} />
    )}
  </Card>
)
