import type { KubernetesSettings } from '@/lib/model/connection'
import type { Step } from '@/lib/sources/collect/collector'
import { groupStep, PRODUCT_GROUPS } from './api-group'
import { API_LISTS, SERVICES, type Service } from './api-lists'
import type { ClusterClient } from './cluster-client'
import { constraintStep } from './constraint-step'
import { listStep } from './list-step'
import { metricsStep } from './metrics-step'
import { versionStep } from './version-step'

const isService = (service: string): service is Service => SERVICES.some((one) => one === service)

/** The steps of one service of a cluster, in the same order every time; none for a service there is not. */
export function serviceSteps(
  client: ClusterClient,
  settings: KubernetesSettings,
  service: string,
  limit?: number,
): readonly Step[] {
  if (!isService(service)) return []
  const { cluster } = settings
  const groups: readonly string[] =
    service in PRODUCT_GROUPS ? PRODUCT_GROUPS[service as keyof typeof PRODUCT_GROUPS] : []
  return [
    ...(service === 'core' ? [versionStep(client, settings)] : []),
    ...groups.map((group) => groupStep(client, cluster, group)),
    ...API_LISTS.filter((list) => list.service === service).map((list) => listStep(client, cluster, list, limit)),
    ...(service === 'gatekeeper' ? [constraintStep(client, cluster, limit)] : []),
    ...(service === 'metrics' ? [metricsStep(client, cluster)] : []),
  ]
}
