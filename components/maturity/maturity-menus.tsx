import { FilterMenu } from '@/components/ui/filter-menu'
import type { DeploymentRef } from '@/lib/model/deployment-ref'
import type { ApprovedAssessment } from '@/lib/model/maturity-at'
import { dayText } from '@/lib/presentation/date'

type Props = {
  deployments: readonly DeploymentRef[]
  deployment: DeploymentRef
  /** The approved assessments one can choose, oldest first, one a day. */
  assessments: readonly ApprovedAssessment[]
  shown: ApprovedAssessment
  compared: ApprovedAssessment | null
  /** Whether what is shown can be compared at all. */
  comparing: boolean
  /** Whether the reader chose what to compare with, and what is compared with otherwise. */
  isChosen: boolean
  unchosen: string
  href: { deployment: (slug: string) => string; at: (day: string) => string; compare: (day: string | null) => string }
}

/** Which deployment, which day, compared with which: three choices that live in the address. */
export function MaturityMenus({
  deployments,
  deployment,
  assessments,
  shown,
  compared,
  comparing,
  isChosen,
  unchosen,
  href,
}: Props) {
  const latestFirst = [...assessments].reverse()
  const earlier = latestFirst.filter((one) => one.asOf < shown.asOf)
  return (
    <>
      {deployments.length < 2 ? null : (
        <FilterMenu
          label="Deployment"
          shown={deployment.name}
          options={deployments.map(({ slug, name }) => ({
            label: name,
            href: href.deployment(slug),
            current: slug === deployment.slug,
          }))}
        />
      )}
      <FilterMenu
        label="As of"
        shown={`As of ${dayText(shown.asOf)}`}
        active={shown.id !== latestFirst[0]?.id}
        options={latestFirst.map((one) => ({
          label: dayText(one.asOf),
          detail: one.name,
          href: href.at(one.asOf),
          current: one.id === shown.id,
        }))}
      />
      {!comparing || earlier.length === 0 ? null : (
        <FilterMenu
          label="Compared with"
          shown={compared ? `Compared with ${dayText(compared.asOf)}` : 'Compared with nothing'}
          active={isChosen}
          options={[
            { label: unchosen, href: href.compare(null), current: !isChosen },
            ...earlier.map((one) => ({
              label: dayText(one.asOf),
              detail: one.name,
              href: href.compare(one.asOf),
              current: isChosen && one.id === compared?.id,
            })),
          ]}
        />
      )}
    </>
  )
}
