import { AppError } from '@/lib/kernel/app-error'
import type { Day } from '@/lib/model/instant'

type Rated = { slug: string; latestOn: Day | null }

/**
 * The deployment a page is about: the one named, else the one assessed last, else the oldest (they come oldest first).
 * Null in an organization without any. Throws not-found for a slug that is not among them.
 */
export function chooseDeployment<One extends Rated>(deployments: readonly One[], slug?: string): One | null {
  if (slug !== undefined) {
    const named = deployments.find((one) => one.slug === slug)
    if (!named) throw new AppError('not-found')
    return named
  }
  return deployments.reduce<One | null>((best, one) => {
    if (best === null) return one
    return (one.latestOn ?? '') > (best.latestOn ?? '') ? one : best
  }, null)
}
