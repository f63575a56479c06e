import type { DeploymentOutcome } from '@/lib/model/deployment-outcome'
import { monthText } from './date'
import { countText } from './number'

/** Whose records an outcome rests on, how many, over which months: the line under its title. */
export function outcomeLine(
  { deployment, scope, result }: DeploymentOutcome,
  organization: string,
): { scope: string; text: string } {
  const whose = scope === 'deployment' && deployment ? deployment.name : `all of ${organization}`
  const series = result.metrics.find((metric) => metric.metric === 'incidents')?.series ?? []
  const [first, last] = [series[0], series.at(-1)]
  if (!first || !last) return { scope: whose, text: `Records of ${whose}: none yet.` }
  const incidents = series.reduce((sum, point) => sum + point.n, 0)
  const months = `${monthText(first.month)} to ${monthText(last.month)}`
  return { scope: whose, text: `Records of ${whose}: ${countText(incidents)} incidents, ${months}.` }
}
