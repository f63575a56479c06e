import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { ApiObject } from './object'
import { labelSelector } from './selector'

export const clusterSpiffeIdFacts = ({ spec }: ApiObject): FactTypes['k8s.clusterspiffeid'] => ({
  podSelector: labelSelector(spec.podSelector),
  namespaceSelector: labelSelector(spec.namespaceSelector),
})
