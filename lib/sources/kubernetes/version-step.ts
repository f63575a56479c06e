import type { KubernetesSettings } from '@/lib/model/connection'
import type { Coverage } from '@/lib/model/coverage'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { FactPage, ReadContext, Step } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import type { ClusterClient } from './cluster-client'
import { record, text } from './facts/json'

const GET_VERSION = 'get /version'

/**
 * The cluster itself: which namespaces its owner calls the platform's own, and its version. A server that keeps its version
 * to itself is known by the rest all the same.
 */
export function versionStep(client: ClusterClient, { cluster, systemNamespaces }: KubernetesSettings): Step {
  const pageWith = (version: string | null, error: Coverage['error']): FactPage => {
    const facts = { version, systemNamespaces: [...new Set(systemNamespaces)].sort() }
    const resource: AnyResource = {
      type: 'k8s.cluster',
      id: cluster,
      name: cluster,
      account: cluster,
      region: null,
      facts,
    }
    return {
      resources: [resource],
      next: null,
      calls: 1,
      coverage: [{ operation: GET_VERSION, pages: error ? 0 : 1, items: 1, error }],
    }
  }
  const read = async (_: unknown, context: ReadContext): Promise<FactPage> => {
    try {
      const { body } = await client.json('/version', { operation: GET_VERSION, context })
      return pageWith(text(record(body).gitVersion), null)
    } catch (error) {
      if (!(error instanceof SourceError) || error.mayRecover) throw error
      return pageWith(null, { cause: error.unread, code: error.code, message: error.message })
    }
  }
  return { operation: GET_VERSION, operations: [GET_VERSION], read }
}
