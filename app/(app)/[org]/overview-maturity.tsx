import { MaturityHow } from '@/components/maturity/maturity-how'
import { MaturityCard } from '@/components/overview/maturity-card'
import { MaturityEmpty } from '@/components/overview/maturity-empty'
import { explainMaturity } from '@/lib/maturity/explain-maturity'
import type { Overview } from '@/lib/model/overview'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; overview: Overview; editable: boolean }

/** Where the layers stand, or that nothing was approved yet; without a deployment neither can be said. */
export function OverviewMaturity({ org, overview: { deployment, current }, editable }: Props) {
  if (!deployment) return null
  if (!current) return <MaturityEmpty assessHref={editable ? paths.assessments(org) : null} />
  return (
    <MaturityCard
      org={org}
      deployment={deployment.slug}
      current={current}
      how={
        <MaturityHow
          explanation={explainMaturity(current.maturity)}
          assessmentHref={paths.assessment(org, current.assessment.id)}
        />
      }
    />
  )
}
