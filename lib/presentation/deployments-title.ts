import type { Deployment } from '@/lib/model/deployment'

const isLive = (day: string | null, today: string): boolean => day !== null && day <= today

/** What a reader of the deployments should know: how many layers are live, and where it is not all of them. */
export function deploymentsTitle(deployments: readonly Pick<Deployment, 'name' | 'rollouts'>[], today: string): string {
  const [only, ...others] = deployments
  if (!only) return 'No deployment yet'
  const live = ({ rollouts }: Pick<Deployment, 'rollouts'>) => rollouts.filter((r) => isLive(r.liveOn, today)).length
  if (others.length === 0) return `${only.name} has ${live(only)} of ${only.rollouts.length} layers live`
  const complete = deployments.filter((d) => live(d) === d.rollouts.length).length
  return `${complete} of ${deployments.length} deployments have every layer live`
}
