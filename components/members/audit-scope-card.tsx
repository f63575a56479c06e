import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { AuditEngagement } from '@/lib/model/audit-engagement'
import type { Member } from '@/lib/model/member'
import { dayText } from '@/lib/presentation/date'
import { EndGrant } from './end-grant'
import { LetIn } from './let-in'
import { OpenWholeOrganization } from './open-whole-organization'

type Named = { id: string; name: string }
type Props = {
  org: string
  member: Member
  engagements: readonly AuditEngagement[]
  frameworks: readonly Named[]
  deployments: readonly Named[]
  /** The period that is offered first. */
  period: { from: string; to: string }
  /** Whether whoever looks may let in and end. */
  decides: boolean
}

const namesOf = (ids: readonly string[], all: readonly Named[]): string =>
  ids.map((id) => all.find((one) => one.id === id)?.name ?? id).join(', ')

/** What an auditor was let in for; without a grant they see the whole organization, unless they once had one. */
export function AuditScopeCard(props: Props) {
  const { org, member, engagements, frameworks, deployments, period, decides } = props
  return (
    <Card
      title="What the auditor sees"
      note={
        member.scoped
          ? 'Only what lies within one of the grants that run, through the audit desk.'
          : 'The whole organization. With the first grant they see only what it names.'
      }
      aside={
        decides ? (
          <div className="flex flex-wrap gap-2">
            {member.scoped ? <OpenWholeOrganization org={org} member={member} /> : null}
            <LetIn {...{ org, member, frameworks, deployments, period }} />
          </div>
        ) : undefined
      }
    >
      <ul className="grid gap-3">
        {engagements.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-start justify-between gap-3 border-line border-t pt-3 text-sm"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {one.name}{' '}
                <Tag tone={one.endedAt === null ? 'good' : 'neutral'}>{one.endedAt === null ? 'runs' : 'ended'}</Tag>
              </p>
              <p className="text-ink-2 text-xs">
                {namesOf(one.frameworks, frameworks)}; {dayText(one.period.from)} to {dayText(one.period.to)};{' '}
                {one.deploymentIds.length === 0 ? 'whole organization' : namesOf(one.deploymentIds, deployments)}
              </p>
              <p className="text-ink-3 text-xs">
                Given by {one.createdBy} on {dayText(one.createdAt.slice(0, 10))}
                {one.endedAt === null ? '' : `, ended by ${one.endedBy} on ${dayText(one.endedAt.slice(0, 10))}`}
              </p>
            </div>
            {decides && one.endedAt === null ? <EndGrant org={org} id={one.id} name={one.name} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
