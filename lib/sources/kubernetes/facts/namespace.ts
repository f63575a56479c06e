import type { FactTypes } from '@/lib/model/facts/fact-types'
import { labels, text } from './json'
import type { ApiObject } from './object'

export const namespaceFacts = ({ metadata, status }: ApiObject): FactTypes['k8s.namespace'] => ({
  labels: labels(metadata.labels),
  terminating: text(status.phase) === 'Terminating' || text(metadata.deletionTimestamp) !== null,
})
