import type { AuditEngagement } from '@/lib/model/audit-engagement'
import type { AuditScope } from '@/lib/model/audit-scope'

export type Granted = Pick<AuditEngagement, 'id' | 'frameworks' | 'period' | 'deploymentIds' | 'endedAt'>

/** Whether a grant counts at that instant (epoch milliseconds). */
export const isRunning = ({ endedAt }: Pick<Granted, 'endedAt'>, now: number): boolean =>
  endedAt === null || Date.parse(endedAt) > now

/** A grant for some deployments does not hold the whole organization, which a scope that names none is. */
const holdsDeployments = (granted: readonly string[], asked: readonly string[]): boolean =>
  granted.length === 0 || (asked.length > 0 && asked.every((id) => granted.includes(id)))

/**
 * The first of the grants that runs and holds all of a scope: its framework, every day of its period, every deployment.
 * null when none does. Two grants never add up to one: each was given by itself.
 */
export const withinEngagement = <One extends Granted>(
  engagements: readonly One[],
  { framework, period, deploymentIds }: AuditScope,
  now: number,
): One | null =>
  engagements.find(
    (one) =>
      isRunning(one, now) &&
      one.frameworks.includes(framework) &&
      one.period.from <= period.from &&
      period.to <= one.period.to &&
      holdsDeployments(one.deploymentIds, deploymentIds),
  ) ?? null
