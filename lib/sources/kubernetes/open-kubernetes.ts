import type { KubernetesSettings } from '@/lib/model/connection'
import type { Collector } from '@/lib/sources/collect/collector'
import { outboundUrl } from '@/lib/sources/outbound/outbound-url'
import { SERVICES } from './api-lists'
import { clusterClient } from './cluster-client'
import { credentialOf } from './credential'
import { selfTest } from './self-test'
import { serviceSteps } from './service-steps'

/** API servers share a client's requests fairly with others; this stays far below what one is given. */
const LIMITS = { perSecond: 50, burst: 100 } as const

/**
 * Opens a cluster by its settings and the sealed secret that readKubeconfig gave; a pod's service account needs none.
 * Nothing is asked yet. Throws `invalid` for an address that is refused and a secret that does not belong to it.
 */
export async function openKubernetes(settings: KubernetesSettings, secret: string | null): Promise<Collector> {
  const server = settings.server.replace(/\/+$/, '')
  outboundUrl(server)
  const client = clusterClient(server, credentialOf({ ...settings, server }, secret))
  const stepsOf = (service: string, limit?: number) => serviceSteps(client, settings, service, limit)
  return {
    plan: async () => SERVICES.map((service) => ({ account: settings.cluster, region: null, service })),
    steps: ({ service }) => stepsOf(service),
    selfTest: (context) =>
      selfTest(
        SERVICES.flatMap((service) => stepsOf(service, 1)),
        context,
      ),
    limits: () => LIMITS,
    close: client.close,
  }
}
