import { MaturityEmpty } from '@/components/maturity/maturity-empty'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/can'
import type { Membership } from '@/lib/model/actor'
import type { DeploymentRef } from '@/lib/model/deployment-ref'
import type { Day } from '@/lib/model/instant'
import { dayText } from '@/lib/presentation/date'
import { maturityTitle } from '@/lib/presentation/maturity-title'

type Props = {
  org: string
  membership: Membership
  deployment: DeploymentRef | null
  at: Day
  /** The first day something was approved for; null when nothing was. */
  first: Day | null
  href: (day: Day) => string
}

/** Nothing was approved by that day, or ever. */
export const EmptySection = ({ org, membership: { name, role }, deployment, at, first, href }: Props) => (
  <>
    <PageHeading
      title={first ? `${name} had not been assessed by ${dayText(at)}` : maturityTitle(name, null)}
      sub={deployment?.name}
    />
    <MaturityEmpty
      org={org}
      editable={can(role, 'deployment:write')}
      hasDeployment={deployment !== null}
      first={first ? { day: first, href: href(first) } : null}
    />
  </>
)
