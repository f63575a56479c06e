import { FilterMenu } from '@/components/ui/filter-menu'
import type { DeploymentRef } from '@/lib/model/deployment-ref'

type Props = {
  deployments: readonly DeploymentRef[]
  current: string | null
  /** The same page about another deployment. */
  hrefOf: (slug: string) => string
}

/** Which deployment the page speaks of; with only one there is nothing to choose. */
export const DeploymentMenu = ({ deployments, current, hrefOf }: Props) =>
  deployments.length < 2 ? null : (
    <FilterMenu
      label="Deployment"
      shown={deployments.find((one) => one.slug === current)?.name ?? 'Deployment'}
      options={deployments.map(({ slug, name }) => ({
        label: name,
        href: hrefOf(slug),
        current: slug === current,
      }))}
    />
  )
