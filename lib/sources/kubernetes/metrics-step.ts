import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { FactPage, ReadContext, Step } from '@/lib/sources/collect/collector'
import type { ClusterClient } from './cluster-client'
import { shapeError } from './cluster-error'
import { encryptionId, isApiServerPage, storageEncryption } from './facts/storage-encryption'

const GET_METRICS = 'get /metrics'

/** Of the API server's metrics only which encryption values went to storage with; no number of them is kept. */
export function metricsStep(client: ClusterClient, account: string): Step {
  const operation = GET_METRICS
  const read = async (_: unknown, context: ReadContext): Promise<FactPage> => {
    const page = await client.text('/metrics', { operation, context })
    if (!isApiServerPage(page)) throw shapeError(operation, 'the answer is not the metrics of an API server')
    const resources = storageEncryption(page).map((facts): AnyResource => {
      const id = encryptionId(facts)
      return { type: 'k8s.storage-encryption', id, name: id, account, region: null, facts }
    })
    return {
      resources,
      next: null,
      calls: 1,
      coverage: [{ operation, pages: 1, items: resources.length, error: null }],
    }
  }
  return { operation, operations: [operation], read }
}
