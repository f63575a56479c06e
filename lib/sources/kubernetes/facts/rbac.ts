import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { RbacRule } from '@/lib/model/facts/kubernetes'
import { labels, record, records, text, texts } from './json'
import type { ApiObject } from './object'
import { labelSelector } from './selector'

/** Put by the API server on what it makes for itself. */
const isBootstrap = ({ metadata }: ApiObject): boolean =>
  labels(metadata.labels)['kubernetes.io/bootstrapping'] === 'rbac-defaults'

const rulesOf = (value: unknown): RbacRule[] =>
  records(value).map(({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }) => ({
    verbs: texts(verbs),
    apiGroups: texts(apiGroups),
    resources: texts(resources),
    resourceNames: texts(resourceNames),
    nonResourceUrls: texts(nonResourceURLs),
  }))

export const roleFacts = (object: ApiObject): FactTypes['k8s.role'] => ({
  namespace: object.namespace,
  rules: rulesOf(object.body.rules),
  bootstrap: isBootstrap(object),
})

export function clusterRoleFacts(object: ApiObject): FactTypes['k8s.clusterrole'] {
  const { clusterRoleSelectors } = record(object.body.aggregationRule)
  return {
    rules: rulesOf(object.body.rules),
    labels: labels(object.metadata.labels),
    aggregates: object.body.aggregationRule ? records(clusterRoleSelectors).map(labelSelector) : null,
    bootstrap: isBootstrap(object),
  }
}

export function bindingFacts(object: ApiObject): FactTypes['k8s.clusterrolebinding'] {
  const { kind, name } = record(object.body.roleRef)
  return {
    role: { kind: text(kind) ?? '', name: text(name) ?? '' },
    subjects: records(object.body.subjects).map((one) => ({
      kind: text(one.kind) ?? '',
      name: text(one.name) ?? '',
      namespace: text(one.namespace),
    })),
    bootstrap: isBootstrap(object),
  }
}
