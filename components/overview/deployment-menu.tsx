import { FilterMenu } from '@/components/ui/filter-menu'
import type { DeploymentRef } from '@/lib/model/deployment-ref'
import { paths } from '@/lib/queries/paths'

type Props = { org: string; deployments: readonly DeploymentRef[]; current: string | null }

/** Which deployment the page speaks of; with only one there is nothing to choose. */
export const DeploymentMenu = ({ org, deployments, current }: Props) =>
  deployments.length < 2 ? null : (
    <FilterMenu
      label="Deployment"
      shown={deployments.find((one) => one.slug === current)?.name ?? 'Deployment'}
      options={deployments.map(({ slug, name }) => ({
        label: name,
        href: paths.overview(org, slug),
        current: slug === current,
      }))}
    />
  )
